package io.omnigraph.ground.json;

import java.nio.charset.StandardCharsets;

/** The bytes of a JSON text, how far a reader has come in them, and their places. */
final class JsonSource {

  private static final int WIDEST_SHOWN = 40;

  final byte[] bytes;
  final int start;
  final int end;
  int at;

  JsonSource(byte[] bytes, int start, int end) {
    this.bytes = bytes;
    this.start = start;
    this.end = end;
    this.at = start;
  }

  boolean atEnd() {
    return at == end;
  }

  /** The next byte; 0 at the end, which no JSON has outside of texts. */
  int peek() {
    return at < end ? bytes[at] : 0;
  }

  void skipSpace() {
    while (at < end && isSpace(bytes[at])) {
      at++;
    }
  }

  /** Takes a byte if it is the next one. */
  boolean take(char expected) {
    boolean isThere = at < end && bytes[at] == expected;
    at += isThere ? 1 : 0;
    return isThere;
  }

  /** Takes a word if it comes next. */
  boolean takeWord(String word) {
    if (end - at < word.length()) {
      return false;
    }
    for (int i = 0; i < word.length(); i++) {
      if (bytes[at + i] != word.charAt(i)) {
        return false;
      }
    }
    at += word.length();
    return true;
  }

  /** Takes decimal digits and says how many. */
  int takeDigits() {
    int from = at;
    while (at < end && bytes[at] >= '0' && bytes[at] <= '9') {
      at++;
    }
    return at - from;
  }

  /** What stands at the current place, for messages. */
  String found() {
    if (atEnd()) {
      return "the end of the text";
    }
    int length = bytes[at] >= 0 ? 1 : 4;
    String next = new String(bytes, at, Math.min(length, end - at), StandardCharsets.UTF_8);
    int character = next.codePointAt(0);
    return Character.isISOControl(character)
        ? "a control character"
        : "`" + Character.toString(character) + "`";
  }

  /** The bytes from a place up to the current one, for messages; cut where they are long. */
  String shown(int from) {
    int to = Math.min(at, from + WIDEST_SHOWN);
    String text = new String(bytes, from, to - from, StandardCharsets.UTF_8);
    return to < at ? text + "…" : text;
  }

  /** The line of an offset, from 1. */
  int line(int offset) {
    int line = 1;
    for (int i = start; i < offset; i++) {
      line += bytes[i] == '\n' ? 1 : 0;
    }
    return line;
  }

  /** The column of an offset, from 1, in UTF-16 units. */
  int column(int offset) {
    int lineStart = offset;
    while (lineStart > start && bytes[lineStart - 1] != '\n') {
      lineStart--;
    }
    return new String(bytes, lineStart, offset - lineStart, StandardCharsets.UTF_8).length() + 1;
  }

  private static boolean isSpace(byte b) {
    return b == ' ' || b == '\t' || b == '\r' || b == '\n';
  }
}
