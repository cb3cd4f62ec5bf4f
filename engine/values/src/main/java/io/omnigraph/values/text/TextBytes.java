package io.omnigraph.values.text;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Texts as the UTF-8 bytes that they are stored as. The order is that of the bytes, unsigned, which
 * is also that of the code points.
 */
public final class TextBytes {

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long FACTOR = 0x9E3779B97F4A7C15L;

  private TextBytes() {}

  /** The bytes of a text. */
  public static byte[] of(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** The text of some bytes. */
  public static String text(byte[] bytes, int from, int to) {
    return new String(bytes, from, to - from, StandardCharsets.UTF_8);
  }

  /** The hash of a whole array; the same for equal texts in every column. */
  public static int hash(byte[] bytes) {
    return hash(bytes, 0, bytes.length);
  }

  /** The hash of part of an array. All 32 bits are well mixed. */
  public static int hash(byte[] bytes, int from, int to) {
    long state = (long) to - from;
    int at = from;
    for (; at + Long.BYTES <= to; at += Long.BYTES) {
      state = mixed(state, (long) LONGS.get(bytes, at));
    }
    if (at < to) {
      long rest = 0;
      for (int i = to - 1; i >= at; i--) {
        rest = rest << Byte.SIZE | (bytes[i] & 0xFF);
      }
      state = mixed(state, rest);
    }
    state *= FACTOR;
    return (int) (state ^ (state >>> 32));
  }

  /** Whether part of an array is the whole of another one. */
  public static boolean equal(byte[] bytes, int from, int to, byte[] value) {
    return to - from == value.length && Arrays.equals(bytes, from, to, value, 0, value.length);
  }

  /** Compares part of an array with the whole of another one. */
  public static int compare(byte[] bytes, int from, int to, byte[] value) {
    return Arrays.compareUnsigned(bytes, from, to, value, 0, value.length);
  }

  private static long mixed(long state, long word) {
    long product = (state ^ word) * FACTOR;
    return product ^ (product >>> 29);
  }
}
