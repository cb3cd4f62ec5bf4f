package io.omnigraph.execute.operator;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Guesses how much memory values take. */
final class Sizes {

  private static final int TEXT = 40;
  private static final int ELEMENT = 24;

  private Sizes() {}

  /** The bytes of a value that a cell with a number in it does not have. */
  static long beyondCell(@Nullable Object value) {
    return switch (value) {
      case String text -> TEXT + text.length();
      case List<?> list -> (long) ELEMENT * list.size();
      case float[] vector -> (long) ELEMENT * vector.length;
      case null, default -> 0;
    };
  }
}
