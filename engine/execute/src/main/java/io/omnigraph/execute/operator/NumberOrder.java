package io.omnigraph.execute.operator;

import io.omnigraph.values.ColumnForm;
import io.omnigraph.values.PropertyType;

/** Compares numbers by what they are worth, whatever form they have. */
final class NumberOrder {

  private static final double TWO_TO_63 = 0x1p63;

  private NumberOrder() {}

  /** Whether whole numbers of a type use their sign bit for their value. */
  static boolean isUnsigned(PropertyType type) {
    return type.scalar().form() == ColumnForm.UINT64;
  }

  /** Compares a whole number with one that is not NaN. */
  static int compare(long whole, boolean isUnsigned, double real) {
    if (isUnsigned && whole < 0) {
      return compareHuge(whole, real);
    }
    if (real >= TWO_TO_63) {
      return -1;
    }
    if (real < -TWO_TO_63) {
      return 1;
    }
    long truncated = (long) real;
    return whole == truncated ? compare(0.0, real - truncated) : Long.compare(whole, truncated);
  }

  /** Whether floating point numbers of a type have 32 bits. */
  static boolean isNarrow(PropertyType type) {
    return type.scalar().form() == ColumnForm.FLOAT32;
  }

  /** Compares two numbers that are not NaN; zeros are equal whatever their sign. */
  static int compare(double left, double right) {
    return left < right ? -1 : left > right ? 1 : 0;
  }

  /** Compares whole numbers, each of them signed or not. */
  static int compare(long left, boolean leftUnsigned, long right, boolean rightUnsigned) {
    boolean leftHuge = leftUnsigned && left < 0;
    boolean rightHuge = rightUnsigned && right < 0;
    return leftHuge == rightHuge ? Long.compare(left, right) : leftHuge ? 1 : -1;
  }

  private static int compareHuge(long bits, double real) {
    if (real < TWO_TO_63) {
      return 1;
    }
    if (real >= 2 * TWO_TO_63) {
      return -1;
    }
    long realBits = (long) (real - TWO_TO_63) + Long.MIN_VALUE;
    return Long.compareUnsigned(bits, realBits);
  }
}
