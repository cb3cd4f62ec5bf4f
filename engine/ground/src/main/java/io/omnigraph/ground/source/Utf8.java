package io.omnigraph.ground.source;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import java.util.OptionalInt;

/**
 * The border between bytes and text: UTF-8 as RFC 3629 has it, and nothing else. What is overlong,
 * cut short or a surrogate is refused and never replaced, so that no text becomes another one.
 */
public final class Utf8 {

  /** The mark that some editors write at the start of a text; it is not part of the text. */
  public static final char BYTE_ORDER_MARK = '\uFEFF';

  private static final int MOST_SHOWN = 4;

  private Utf8() {}

  /**
   * The text of some bytes, a byte-order mark included.
   *
   * @throws NotUtf8Exception when they are not UTF-8; its message has the place
   */
  public static String text(byte[] bytes) throws NotUtf8Exception {
    OptionalInt broken = firstInvalid(bytes, 0, bytes.length);
    if (broken.isPresent()) {
      throw notUtf8(bytes, broken.getAsInt());
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /** Where the first bytes stand that are no character; empty when the range is UTF-8. */
  public static OptionalInt firstInvalid(byte[] bytes, int from, int to) {
    // Tells sooner that nothing is wrong, but not where something is.
    if (com.google.common.base.Utf8.isWellFormed(bytes, from, to - from)) {
      return OptionalInt.empty();
    }
    int at = from;
    while (at < to) {
      int length = bytes[at] >= 0 ? 1 : length(bytes, at, to);
      if (length == 0) {
        return OptionalInt.of(at);
      }
      at += length;
    }
    return OptionalInt.empty();
  }

  /**
   * Where the first half of a surrogate pair stands without its other half; empty when the text is
   * Unicode.
   */
  public static OptionalInt firstLoneSurrogate(CharSequence text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isSurrogate(c)) {
        boolean isPair =
            Character.isHighSurrogate(c)
                && i + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(i + 1));
        if (!isPair) {
          return OptionalInt.of(i);
        }
        i++;
      }
    }
    return OptionalInt.empty();
  }

  /** A half of a surrogate pair as messages show it: {@code \ud800}. */
  public static String escaped(char surrogate) {
    return String.format(Locale.ROOT, "\\u%04x", (int) surrogate);
  }

  /** The text without a byte-order mark at its start. */
  public static String withoutMark(String text) {
    return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
  }

  /** How many bytes a byte-order mark takes at a place: 3, or 0 when there is none. */
  public static int markLength(byte[] bytes, int from, int to) {
    return to - from >= 3
            && bytes[from] == (byte) 0xEF
            && bytes[from + 1] == (byte) 0xBB
            && bytes[from + 2] == (byte) 0xBF
        ? 3
        : 0;
  }

  /** Bytes that are no character, as messages show them: {@code C0 AF}. */
  public static String shown(byte[] bytes, int at, int to) {
    int end = at + 1;
    while (end < to && end < at + MOST_SHOWN && (bytes[end] & 0xC0) == 0x80) {
      end++;
    }
    return HexFormat.ofDelimiter(" ").withUpperCase().formatHex(bytes, at, end);
  }

  private static NotUtf8Exception notUtf8(byte[] bytes, int at) {
    int line = 1;
    int lineStart = 0;
    for (int i = 0; i < at; i++) {
      if (bytes[i] == '\n') {
        line++;
        lineStart = i + 1;
      }
    }
    int column = new String(bytes, lineStart, at - lineStart, StandardCharsets.UTF_8).length() + 1;
    return new NotUtf8Exception(line, column, shown(bytes, at, bytes.length));
  }

  /** The bytes of the character at a place that does not begin with ASCII; 0 when there is none. */
  private static int length(byte[] bytes, int at, int end) {
    int first = bytes[at] & 0xFF;
    int length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
    if (first < 0xC2 || first > 0xF4 || at + length > end) {
      return 0;
    }
    int second = bytes[at + 1] & 0xFF;
    for (int i = 1; i < length; i++) {
      if ((bytes[at + i] & 0xC0) != 0x80) {
        return 0;
      }
    }
    boolean isSound =
        switch (first) {
          case 0xE0 -> second >= 0xA0;
          case 0xED -> second < 0xA0;
          case 0xF0 -> second >= 0x90;
          case 0xF4 -> second < 0x90;
          default -> true;
        };
    return isSound ? length : 0;
  }
}
