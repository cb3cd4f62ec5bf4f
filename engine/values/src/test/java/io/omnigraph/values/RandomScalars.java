package io.omnigraph.values;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Random values of scalars, the odd ones of each form among them. */
final class RandomScalars {

  private static final List<Long> WHOLES =
      List.of(
          0L,
          1L,
          -1L,
          (long) Integer.MAX_VALUE,
          (long) Integer.MIN_VALUE,
          0xFFFF_FFFFL,
          (1L << 53) + 1,
          -62_167_219_200_001L,
          -63_549_360_000_000L,
          253_402_300_800_000L,
          Long.MAX_VALUE,
          Long.MIN_VALUE);

  private static final List<Double> REALS =
      List.of(0.0, -0.0, 0.1, -2.5, 1e-7, 1e10, 16_777_217.0, 3.4e38, 1e300, Double.MIN_VALUE);

  private static final List<String> TEXTS =
      List.of("", "a", "A", "null", " x ", "\uD83D\uDE00", "\uFFFD", "\"|\\", "-0.0", "0045-03-15");

  private RandomScalars() {}

  /** Every odd value of a scalar, and as many random ones. */
  static List<Object> of(Scalar scalar, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Object> values = new ArrayList<>();
    for (Object odd : odd(scalar.form())) {
      for (Object candidate : List.of(odd, random(scalar.form(), random))) {
        if (scalar.accepts(candidate)) {
          values.add(scalar.stored(candidate));
        }
      }
    }
    return values;
  }

  private static List<?> odd(ColumnForm form) {
    return switch (form) {
      case TEXT -> TEXTS;
      case BOOLEAN -> List.of(true, false);
      case INT32, INT64, UINT32, UINT64, DAYS, MILLISECONDS -> WHOLES;
      case FLOAT32, FLOAT64 -> REALS;
      case FLOATS ->
          List.of(new float[] {0, -0.0f, Float.MIN_VALUE}, new float[] {Float.MAX_VALUE, 0.5f, -1});
    };
  }

  private static Object random(ColumnForm form, SplittableRandom random) {
    return switch (form) {
      case TEXT -> Long.toString(random.nextLong(), 36);
      case BOOLEAN -> random.nextBoolean();
      case INT32, DAYS -> (long) random.nextInt();
      case UINT32 -> random.nextLong(1L << 32);
      case INT64, UINT64, MILLISECONDS -> random.nextLong();
      case FLOAT32 -> (double) Float.intBitsToFloat(random.nextInt() & 0xBF7F_FFFF);
      case FLOAT64 -> Double.longBitsToDouble(random.nextLong() & 0xBFEF_FFFF_FFFF_FFFFL);
      case FLOATS -> new float[] {random.nextInt(), -random.nextInt(), 0.5f};
    };
  }
}
