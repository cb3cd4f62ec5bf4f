package io.omnigraph.schema.language;

import io.omnigraph.ground.source.SourceText;
import io.omnigraph.ground.source.Utf8;
import io.omnigraph.schema.language.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Cuts a source text into tokens. White space is space, tab, CR and LF; comments run from {@code
 * //} to the end of the line, or from a slash and a star to the first star and slash.
 *
 * <p>A byte-order mark at the start is no part of the text. Bad input never stops it: what cannot
 * be read is reported once and stands in the list as a {@link Kind#UNREADABLE} token.
 */
public final class Lexer {

  private final String text;
  private final LexicalRules rules;
  private final Problems problems;
  private final List<Token> tokens = new ArrayList<>();
  private int at;

  private Lexer(SourceText source, LexicalRules rules, Problems problems) {
    this.text = source.text();
    this.rules = rules;
    this.problems = problems;
  }

  /** The tokens of a text; the last one, and only that, is {@link Kind#END}. */
  public static List<Token> tokens(SourceText source, LexicalRules rules, Problems problems) {
    Lexer lexer = new Lexer(source, rules, problems);
    lexer.run();
    return List.copyOf(lexer.tokens);
  }

  private void run() {
    Utf8.firstLoneSurrogate(text)
        .ifPresent(lone ->
            problems.add(
                new Span(lone, lone + 1),
                "the text is not Unicode: `%s` is half of a surrogate pair"
                    .formatted(Utf8.escaped(text.charAt(lone)))));
    if (!text.isEmpty() && text.charAt(0) == Utf8.BYTE_ORDER_MARK) {
      at++;
    }
    while (at < text.length()) {
      if (isSpace(current())) {
        at++;
      } else if (current() == '/' && text.startsWith("//", at)) {
        int lineEnd = text.indexOf('\n', at);
        at = lineEnd < 0 ? text.length() : lineEnd;
      } else if (current() == '/' && text.startsWith("/*", at)) {
        blockComment();
      } else {
        token();
      }
    }
    emit(Kind.END, "", at);
  }

  private void blockComment() {
    int end = text.indexOf("*/", at + 2);
    if (end < 0) {
      unreadable(at + 2, "the comment is not closed; add `*/`");
      at = text.length();
    } else {
      at = end + 2;
    }
  }

  private void token() {
    char c = current();
    int start = at;
    if (isNameStart(c)) {
      takeName();
      emit(Kind.NAME, text.substring(start, at), start);
    } else if (c >= 'A' && c <= 'Z') {
      takeName();
      emit(Kind.TYPE_NAME, text.substring(start, at), start);
    } else if (isDigit(c)) {
      number();
    } else if (c == '"') {
      string();
    } else if (c == '$' && rules.hasVariables()) {
      variable();
    } else if (!symbol()) {
      strangeCharacters();
    }
  }

  private void takeName() {
    while (at < text.length() && isNamePart(current())) {
      at++;
    }
  }

  private void number() {
    int start = at;
    takeDigits();
    if (at + 1 < text.length() && current() == '.' && isDigit(text.charAt(at + 1))) {
      at++;
      takeDigits();
      emit(Kind.FLOAT, text.substring(start, at), start);
    } else {
      emit(Kind.INTEGER, text.substring(start, at), start);
    }
  }

  private void takeDigits() {
    while (at < text.length() && isDigit(current())) {
      at++;
    }
  }

  private void variable() {
    int start = at++;
    if (at < text.length() && isNameStart(current())) {
      takeName();
      emit(Kind.VARIABLE, text.substring(start + 1, at), start);
    } else {
      at = start;
      unreadable(start + 1, "expected the name of a variable directly after `$`");
      at = start + 1;
    }
  }

  private void string() {
    int start = at++;
    StringBuilder value = new StringBuilder();
    while (at < text.length() && current() != '"') {
      if (current() == '\\') {
        escape(value);
      } else {
        value.append(current());
        at++;
      }
    }
    if (at < text.length()) {
      at++;
      emit(Kind.STRING, value.toString(), start);
    } else {
      at = start;
      unreadable(start + 1, "the string is not closed; add `\"`");
      at = text.length();
    }
  }

  private void escape(StringBuilder value) {
    int start = at++;
    if (at == text.length()) {
      return;
    }
    switch (current()) {
      case '"' -> value.append('"');
      case '\\' -> value.append('\\');
      case 'n' -> value.append('\n');
      case 'r' -> value.append('\r');
      case 't' -> value.append('\t');
      default -> {
        String escaped = shown(text.codePointAt(at));
        problems.add(
            new Span(start, start + 2),
            "unsupported escape sequence: \\" + escaped,
            "known are \\\" \\\\ \\n \\r \\t; a backslash itself is written \\\\");
      }
    }
    at++;
  }

  private boolean symbol() {
    Optional<String> symbol = symbolAt(at);
    symbol.ifPresent(found -> {
      at += found.length();
      emit(Kind.SYMBOL, found, at - found.length());
    });
    return symbol.isPresent();
  }

  private Optional<String> symbolAt(int offset) {
    for (String symbol : rules.symbolsBy(text.charAt(offset))) {
      if (symbol.length() == 1 || text.startsWith(symbol, offset)) {
        return Optional.of(symbol);
      }
    }
    return Optional.empty();
  }

  private void strangeCharacters() {
    int end = at;
    while (end < text.length() && isStrange(end)) {
      end += Character.charCount(text.codePointAt(end));
    }
    unreadable(end, "unexpected character `" + shown(text.codePointAt(at)) + "`");
    at = end;
  }

  private boolean isStrange(int offset) {
    char c = text.charAt(offset);
    boolean begins =
        isSpace(c)
            || isNamePart(c)
            || c == '"'
            || c == '/'
            || (c == '$' && rules.hasVariables())
            || symbolAt(offset).isPresent();
    return offset == at || !begins;
  }

  private void unreadable(int end, String message) {
    problems.add(new Span(at, end), message);
    tokens.add(new Token(Kind.UNREADABLE, text.substring(at, end), new Span(at, end)));
  }

  private void emit(Kind kind, String value, int start) {
    tokens.add(new Token(kind, value, new Span(start, at)));
  }

  private char current() {
    return text.charAt(at);
  }

  private static String shown(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.UNASSIGNED,
          Character.PRIVATE_USE,
          Character.SPACE_SEPARATOR,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          "U+%04X".formatted(character);
      default -> Character.toString(character);
    };
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isNameStart(char c) {
    return (c >= 'a' && c <= 'z') || c == '_';
  }

  private static boolean isNamePart(char c) {
    return isNameStart(c) || (c >= 'A' && c <= 'Z') || isDigit(c);
  }
}
