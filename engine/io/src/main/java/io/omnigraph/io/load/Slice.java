package io.omnigraph.io.load;

import java.nio.charset.StandardCharsets;

/** A text as UTF-8 bytes that lie somewhere in an array, or no text. Used by one thread. */
final class Slice {

  private byte[] bytes = new byte[0];
  private int start;
  private int length = -1;

  byte[] bytes() {
    return bytes;
  }

  int start() {
    return start;
  }

  int length() {
    return length;
  }

  /** Whether there is a text. */
  boolean isPresent() {
    return length >= 0;
  }

  /** Makes it some bytes. */
  void set(byte[] source, int from, int count) {
    bytes = source;
    start = from;
    length = count;
  }

  /** Makes it a text. */
  void set(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    set(utf8, 0, utf8.length);
  }

  /** Makes it no text. */
  void clear() {
    length = -1;
  }

  /** Whether it is the same text. */
  boolean isSame(Slice other) {
    return length == other.length
        && java.util.Arrays.equals(
            bytes, start, start + length, other.bytes, other.start, other.start + length);
  }

  /** The text. */
  String text() {
    return new String(bytes, start, length, StandardCharsets.UTF_8);
  }
}
