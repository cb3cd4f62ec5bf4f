package io.omnigraph.values;

import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.util.Arrays;
import java.util.List;

/** When values are the same: as keys, or to the last bit. */
public final class Identity {

  private Identity() {}

  /**
   * An object that equals that of another value of the type when the values are equal as keys,
   * {@code @unique} and groups see it: by content, both zeros being equal.
   */
  public static Object of(Object value) {
    return switch (value) {
      case Double number -> of(number.doubleValue());
      case float[] vector -> FloatBuffer.wrap(withOneZero(vector));
      case List<?> list -> list.stream().map(Identity::of).toList();
      default -> value;
    };
  }

  /** The number, with one zero. */
  public static double of(double number) {
    return number + 0.0;
  }

  /** A text that another value of the type has when, and only when, it is equal. */
  public static String text(Object value) {
    return value instanceof float[] vector
        ? Arrays.toString(withOneZero(vector))
        : String.valueOf(of(value));
  }

  /**
   * An object that equals that of another value of the type when both are stored and shown alike,
   * the sign of a zero included.
   */
  public static Object exact(Object value) {
    return value instanceof float[] vector ? IntBuffer.wrap(bits(vector)) : value;
  }

  private static float[] withOneZero(float[] vector) {
    float[] copy = new float[vector.length];
    for (int i = 0; i < copy.length; i++) {
      copy[i] = vector[i] + 0.0f;
    }
    return copy;
  }

  private static int[] bits(float[] vector) {
    int[] bits = new int[vector.length];
    Arrays.setAll(bits, i -> Float.floatToIntBits(vector[i]));
    return bits;
  }
}
