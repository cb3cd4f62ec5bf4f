package io.omnigraph.io.load;

import io.omnigraph.ground.source.Utf8;
import java.nio.charset.StandardCharsets;

/**
 * Reads the plain part of JSON from bytes: compact or blank-separated tokens on one line, texts
 * without escapes. Whatever is not plain is declined by a {@code false}, which says nothing on
 * whether it is JSON. Used by one thread.
 */
final class PlainJson {

  private byte[] bytes = new byte[0];
  private int at;
  private int limit;
  private int tokenStart;
  private int tokenEnd;
  private final PlainNumber number = new PlainNumber();

  /** Begins at a place. */
  void begin(byte[] content, int start, int end) {
    bytes = content;
    at = start;
    limit = end;
  }

  /** Where the next token begins, or blanks before it. */
  int at() {
    return at;
  }

  /** Where the last token begins; of a text, behind the quote. */
  int tokenStart() {
    return tokenStart;
  }

  /** How long the last token is; of a text, without quotes. */
  int tokenLength() {
    return tokenEnd - tokenStart;
  }

  byte[] bytes() {
    return bytes;
  }

  /** The next byte that is not blank, which is not taken; 0 at the end and before a line end. */
  byte peek() {
    while (at < limit) {
      byte b = bytes[at];
      if (b != ' ' && b != '\t') {
        return b;
      }
      at++;
    }
    return 0;
  }

  /** Takes a byte if it is the next one that is not blank. */
  boolean take(char expected) {
    if (peek() != expected) {
      return false;
    }
    at++;
    return true;
  }

  /** Takes a text. */
  boolean text() {
    if (!take('"')) {
      return false;
    }
    int from = at;
    int seen = 0;
    for (int i = from; i < limit; i++) {
      byte b = bytes[i];
      if (b == '"') {
        tokenStart = from;
        tokenEnd = i;
        at = i + 1;
        return seen >= 0 || Utf8.firstInvalid(bytes, from, i).isEmpty();
      }
      if (b == '\\' || (b >= 0 && b < ' ')) {
        return false;
      }
      seen |= b;
    }
    return false;
  }

  /** Takes a number. */
  boolean number() {
    peek();
    tokenStart = at;
    tokenEnd = number.read(bytes, at, limit);
    at = Math.max(tokenEnd, at);
    return tokenEnd > tokenStart;
  }

  /** The number that was taken last. */
  PlainNumber lastNumber() {
    return number;
  }

  /** Takes a word: {@code true}, {@code false} or {@code null}. */
  boolean word(String word) {
    peek();
    int end = at + word.length();
    if (end > limit) {
      return false;
    }
    for (int i = 0; i < word.length(); i++) {
      if (bytes[at + i] != word.charAt(i)) {
        return false;
      }
    }
    tokenStart = at;
    tokenEnd = end;
    at = end;
    return true;
  }

  /** Takes a text, a number or a word. */
  boolean scalar() {
    return switch (peek()) {
      case '"' -> text();
      case 't' -> word("true");
      case 'f' -> word("false");
      case 'n' -> word("null");
      default -> number();
    };
  }

  /** Takes a list or an object as far as brackets and quotes tell. */
  boolean bracketed() {
    byte first = peek();
    if (first != '[' && first != '{') {
      return false;
    }
    ValueScan scan = new ValueScan();
    for (int i = at; i < limit && bytes[i] != '\n'; i++) {
      if (scan.step(bytes[i]) == ValueScan.Step.LAST) {
        tokenStart = at;
        tokenEnd = i + 1;
        at = tokenEnd;
        return true;
      }
    }
    return false;
  }

  /** Whether the last token is some bytes. */
  boolean is(byte[] expected) {
    if (tokenEnd - tokenStart != expected.length) {
      return false;
    }
    for (int i = 0; i < expected.length; i++) {
      if (bytes[tokenStart + i] != expected[i]) {
        return false;
      }
    }
    return true;
  }

  /** The last token as a text. */
  String token() {
    return new String(bytes, tokenStart, tokenEnd - tokenStart, StandardCharsets.UTF_8);
  }
}
