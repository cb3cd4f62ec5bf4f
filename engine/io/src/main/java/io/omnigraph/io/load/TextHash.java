package io.omnigraph.io.load;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;

/**
 * A hash of 96 bits that stands for a text, so that the texts of very many rows need not be kept.
 * The seeds are random, so no input can be made to collide; by chance, a thousand million texts
 * have a collision once in a hundred thousand million loads. Used by one thread.
 *
 * <p>The mixing is that of wyhash: 64-bit words multiplied to 128 bits whose halves are folded.
 */
final class TextHash {

  private static final VarHandle WORDS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long K0 = 0xA0761D6478BD642FL;
  private static final long K1 = 0xE7037ED1A0B428DBL;

  private final long seed0;
  private final long seed1;
  private long high;
  private int low;

  TextHash() {
    SecureRandom random = new SecureRandom();
    this.seed0 = random.nextLong();
    this.seed1 = random.nextLong();
  }

  /** The first 64 bits of the last hash. */
  long high() {
    return high;
  }

  /** The last 32 bits of the last hash. */
  int low() {
    return low;
  }

  /** Hashes a text. */
  TextHash of(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    return of(utf8, 0, utf8.length);
  }

  /** Hashes a text by its UTF-8 bytes. */
  TextHash of(Slice text) {
    return of(text.bytes(), text.start(), text.length());
  }

  /** Hashes a text by its UTF-8 bytes. */
  TextHash of(byte[] bytes, int start, int length) {
    long a = seed0 ^ length;
    long b = seed1 + length;
    int at = start;
    int end = start + length;
    for (; at + Long.BYTES <= end; at += Long.BYTES) {
      long word = (long) WORDS.get(bytes, at);
      a = mix(a ^ word, K0);
      b = mix(b + word, K1);
    }
    long tail = 0;
    for (int shift = 0; at < end; at++, shift += Byte.SIZE) {
      tail |= (bytes[at] & 0xFFL) << shift;
    }
    high = mix(mix(a ^ tail, K0), K1 ^ length);
    low = (int) (mix(mix(b + tail, K1), K0 ^ length) >>> 32);
    return this;
  }

  private static long mix(long value, long by) {
    long odd = by | 1;
    return Math.unsignedMultiplyHigh(value ^ K1, odd) ^ ((value ^ K1) * odd);
  }
}
