package io.omnigraph.schema.format;

import io.omnigraph.ground.source.SourceText;
import io.omnigraph.schema.format.Trivia.Comment;
import io.omnigraph.schema.language.Lexer;
import io.omnigraph.schema.language.Problems;
import io.omnigraph.schema.language.Span;
import io.omnigraph.schema.language.Token;
import io.omnigraph.schema.language.Token.Kind;
import io.omnigraph.schema.syntax.SchemaParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Lays out a schema source: one declaration or member a line, two blanks of indentation, an empty
 * line around declarations with a body. Tokens stay as they are written and keep their order.
 * Comments stay where they are between members; one inside a member goes before it.
 */
public final class SchemaFormatter {

  private static final Set<String> DECLARATIONS = Set.of("interface", "node", "edge");
  private static final Set<String> CONSTRAINTS = Set.of("key", "unique", "index", "range", "check");
  private static final String INDENT = "  ";

  private final String text;
  private final List<Token> tokens;
  private final StringBuilder out = new StringBuilder();
  private final StringBuilder line = new StringBuilder();
  private final List<String> above = new ArrayList<>();
  private final List<String> beside = new ArrayList<>();
  private boolean isInBody;
  private boolean endedBody;

  private SchemaFormatter(SourceText source) {
    this.text = source.text();
    this.tokens = Lexer.tokens(source, SchemaParser.RULES, new Problems(source));
  }

  /** The laid out source of one that parses; what does not parse comes out in no useful form. */
  public static String format(SourceText source) {
    SchemaFormatter formatter = new SchemaFormatter(source);
    formatter.run();
    return formatter.out.toString();
  }

  private void run() {
    int gapStart = 0;
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      Trivia gap = Trivia.of(text, new Span(gapStart, token.span().start()));
      if (beginsLine(i)) {
        beginLine(i, gap);
      } else {
        gap.comments().forEach(comment -> above.add(comment.text()));
      }
      append(i);
      gapStart = token.span().end();
    }
  }

  private boolean beginsLine(int i) {
    Token token = tokens.get(i);
    if (token.kind() == Kind.END) {
      return true;
    }
    if (!isInBody) {
      boolean isAfterAt = i > 0 && tokens.get(i - 1).isSymbol("@");
      return token.kind() == Kind.NAME
          && DECLARATIONS.contains(token.text())
          && !isAfterAt
          && tokens.get(i + 1).kind() == Kind.TYPE_NAME;
    }
    Token next = tokens.get(i + 1);
    if (token.isSymbol("@")) {
      return CONSTRAINTS.contains(next.text()) && tokens.get(i + 2).isSymbol("(");
    }
    return token.isSymbol("}") || (token.kind() == Kind.NAME && next.isSymbol(":"));
  }

  /** Ends the line before, prints the comments in between, and begins a line with a token. */
  private void beginLine(int i, Trivia gap) {
    Token token = tokens.get(i);
    List<Comment> comments = new ArrayList<>(gap.comments());
    while (!comments.isEmpty() && !line.isEmpty() && !comments.getFirst().isOnOwnLine()) {
      beside.add(comments.removeFirst().text());
    }
    boolean isEmptyBody = token.isSymbol("}") && tokens.get(i - 1).isSymbol("{");
    if (isEmptyBody && comments.isEmpty() && beside.isEmpty()) {
      return;
    }
    boolean opensBody = i > 0 && tokens.get(i - 1).isSymbol("{");
    endLine();
    boolean isFirst = out.isEmpty() || opensBody;
    for (Comment comment : comments) {
      print(comment.text(), !isFirst && (comment.follows() || isApart(i, comments, comment)));
      isFirst = false;
    }
    boolean isClosing = token.isSymbol("}") || token.kind() == Kind.END;
    boolean isSetApart =
        comments.isEmpty()
            ? gap.endsWithEmptyLine() || isApart(i, comments, null)
            : gap.endsWithEmptyLine();
    if (!isFirst && !isClosing && isSetApart) {
      above.addFirst("");
    }
    isInBody = isInBody && !token.isSymbol("}");
  }

  /** Whether an empty line belongs before the first thing of a declaration. */
  private boolean isApart(int i, List<Comment> comments, @Nullable Comment comment) {
    boolean isFirstThing = comment == null || comment.equals(comments.getFirst());
    return isFirstThing
        && !isInBody
        && tokens.get(i).kind() != Kind.END
        && (endedBody || hasBody(i));
  }

  private boolean hasBody(int declaration) {
    for (int i = declaration + 1; i < tokens.size(); i++) {
      if (tokens.get(i).isSymbol("{")) {
        return true;
      }
      if (beginsLine(i)) {
        return false;
      }
    }
    return false;
  }

  private void append(int i) {
    Token token = tokens.get(i);
    if (token.kind() == Kind.END) {
      endLine();
      return;
    }
    String written = text.substring(token.span().start(), token.span().end());
    if (!line.isEmpty() && isSpaced(i)) {
      line.append(' ');
    }
    line.append(written);
    if (token.isSymbol("{")) {
      isInBody = true;
    } else if (token.isSymbol("}")) {
      isInBody = false;
      endedBody = true;
    } else if (line.length() == written.length() && !isInBody) {
      endedBody = false;
    }
  }

  private boolean isSpaced(int i) {
    Token token = tokens.get(i);
    Token before = tokens.get(i - 1);
    if (before.isSymbol(",") || before.isSymbol(":") || token.isSymbol("->")) {
      return true;
    }
    if (before.isSymbol("->") || token.isSymbol("{")) {
      return true;
    }
    if (token.isSymbol("@")) {
      return !before.isSymbol("(");
    }
    if (token.kind() == Kind.SYMBOL) {
      return false;
    }
    return switch (before.text()) {
      case "(", "[", "@", "..", "-" -> before.kind() != Kind.SYMBOL;
      default -> !before.touches(token);
    };
  }

  private void endLine() {
    for (String comment : above) {
      if (comment.isEmpty()) {
        out.append('\n');
      } else {
        print(comment, false);
      }
    }
    above.clear();
    if (!line.isEmpty()) {
      boolean isMember = isInBody && line.charAt(line.length() - 1) != '{';
      out.append(isMember ? INDENT : "").append(line);
      beside.forEach(comment -> out.append(' ').append(comment));
      out.append('\n');
      line.setLength(0);
    }
    beside.clear();
  }

  private void print(String comment, boolean isSetApart) {
    if (isSetApart) {
      out.append('\n');
    }
    boolean isInside = isInBody && !line.toString().endsWith("{");
    out.append(isInside ? INDENT : "").append(comment).append('\n');
  }
}
