package io.omnigraph.io.load;

import io.omnigraph.ground.json.Json;
import java.nio.charset.StandardCharsets;

/**
 * A JSON number, read from bytes without making objects. Floating point values are those that
 * {@link Double#parseDouble} and {@link Float#parseFloat} give; numbers of few digits are computed
 * (Clinger, How to read floating point numbers accurately, 1990). Used by one thread.
 */
final class PlainNumber {

  private static final int MOST_DIGITS = 18;
  private static final int MOST_EXPONENT = 22;
  private static final long EXACT = 1L << 53;
  private static final double[] POWERS = new double[MOST_EXPONENT + 1];

  /** The bits of a double that a float has no room for, and the value of those half way. */
  private static final long ROUNDED_BITS = (1L << 29) - 1;

  private static final long HALF_WAY = 1L << 28;

  static {
    POWERS[0] = 1;
    for (int i = 1; i < POWERS.length; i++) {
      POWERS[i] = POWERS[i - 1] * 10;
    }
  }

  private byte[] bytes = new byte[0];
  private int start;
  private int end;
  private boolean isNegative;
  private boolean isWhole;
  private int digits;
  private long mantissa;
  private int exponent;

  /**
   * Reads the number that begins at a place.
   *
   * @return where it ends; {@code from} when there is none, or it is not plain
   */
  int read(byte[] source, int from, int limit) {
    bytes = source;
    start = from;
    isNegative = from < limit && source[from] == '-';
    isWhole = true;
    digits = 0;
    mantissa = 0;
    exponent = 0;
    int at = isNegative ? from + 1 : from;
    int whole = digits(at, limit);
    if (whole == at || (whole > at + 1 && source[at] == '0')) {
      return from;
    }
    at = whole;
    if (at < limit && source[at] == '.') {
      isWhole = false;
      int fraction = digits(at + 1, limit);
      exponent = at + 1 - fraction;
      if (fraction == at + 1) {
        return from;
      }
      at = fraction;
    }
    if (at < limit && (source[at] == 'e' || source[at] == 'E')) {
      at = exponent(at + 1, limit);
    }
    end = at;
    return at < limit && at - from <= Json.LONGEST_NUMBER ? at : from;
  }

  /** Whether it is written without a fraction and an exponent, with few enough digits. */
  boolean isLong() {
    return isWhole && digits <= MOST_DIGITS;
  }

  /** The value, when {@link #isLong}. */
  long asLong() {
    return isNegative ? -mantissa : mantissa;
  }

  /** The value; infinite when it is too large. A zero has a sign unless it is written as whole. */
  double asDouble() {
    double value;
    if (digits > MOST_DIGITS || mantissa > EXACT || Math.abs(exponent) > MOST_EXPONENT) {
      value = Double.parseDouble(text());
    } else {
      value = signed();
    }
    return isWhole ? value + 0.0 : value;
  }

  /** The value as a 32-bit number, as {@link #asDouble} reads it. */
  float asFloat() {
    if (digits > MOST_DIGITS || Math.abs(exponent) > MOST_EXPONENT) {
      return isWhole ? Float.parseFloat(text()) + 0.0f : Float.parseFloat(text());
    }
    // The error of the double is at most two units in its last place, which matters only where
    // it is about half way between two floats, or below the normal ones.
    double near = signed();
    long apart = Math.abs((Double.doubleToRawLongBits(near) & ROUNDED_BITS) - HALF_WAY);
    boolean isClear = apart > 4 && Math.abs(near) >= Float.MIN_NORMAL;
    float value = isClear || near == 0 ? (float) near : Float.parseFloat(text());
    return isWhole ? value + 0.0f : value;
  }

  private double signed() {
    double scaled =
        exponent < 0 ? mantissa / POWERS[-exponent] : mantissa * POWERS[Math.max(exponent, 0)];
    return isNegative ? -scaled : scaled;
  }

  private String text() {
    return new String(bytes, start, end - start, StandardCharsets.US_ASCII);
  }

  /** Takes digits, and says where they end. */
  private int digits(int from, int limit) {
    int at = from;
    for (; at < limit; at++) {
      int digit = bytes[at] - '0';
      if (digit < 0 || digit > 9) {
        break;
      }
      if (mantissa != 0 || digit != 0) {
        digits++;
      }
      mantissa = mantissa * 10 + digit;
    }
    return at;
  }

  /** Takes an exponent, and says where it ends; at the beginning of the number when it is odd. */
  private int exponent(int from, int limit) {
    isWhole = false;
    int at = from;
    boolean isMinus = at < limit && bytes[at] == '-';
    if (isMinus || (at < limit && bytes[at] == '+')) {
      at++;
    }
    int first = at;
    int value = 0;
    for (; at < limit && bytes[at] >= '0' && bytes[at] <= '9'; at++) {
      value = Math.min(value * 10 + bytes[at] - '0', Json.GREATEST_EXPONENT + 1);
    }
    exponent += isMinus ? -value : value;
    return at == first || value > Json.GREATEST_EXPONENT ? start : at;
  }
}
