package io.omnigraph.execute.operator;

import io.omnigraph.execute.result.QueryRejected;

/** Calculates with numbers of rows. */
final class Weights {

  private Weights() {}

  /**
   * A product.
   *
   * @throws QueryRejected when it does not fit 64 bits
   */
  static long product(long left, long right) {
    if (Math.multiplyHigh(left, right) != 0 || left * right < 0) {
      throw tooMany();
    }
    return left * right;
  }

  /**
   * Multiplies numbers by others.
   *
   * @throws QueryRejected when a product does not fit 64 bits
   */
  static void multiply(long[] numbers, int[] factors, int count) {
    long bits = 0;
    for (int i = 0; i < count; i++) {
      bits |= numbers[i];
    }
    if (bits >>> 31 == 0) {
      // What fits 31 bits has products that fit 62.
      for (int i = 0; i < count; i++) {
        numbers[i] *= factors[i];
      }
      return;
    }
    for (int i = 0; i < count; i++) {
      numbers[i] = product(numbers[i], factors[i]);
    }
  }

  /**
   * The sum of a number and others.
   *
   * @throws QueryRejected when it does not fit 64 bits
   */
  static long sum(long number, long[] others, int count) {
    long bits = 0;
    long sum = 0;
    for (int i = 0; i < count; i++) {
      bits |= others[i];
      sum += others[i];
    }
    // So many numbers of so few bits do not overflow.
    if (bits >>> 48 == 0 && count <= Batch.CAPACITY) {
      return sum(number, sum);
    }
    long careful = number;
    for (int i = 0; i < count; i++) {
      careful = sum(careful, others[i]);
    }
    return careful;
  }

  /**
   * A sum.
   *
   * @throws QueryRejected when it does not fit 64 bits
   */
  static long sum(long left, long right) {
    long sum = left + right;
    if (sum < 0) {
      throw tooMany();
    }
    return sum;
  }

  private static QueryRejected tooMany() {
    return new QueryRejected("the query has more rows than 64 bits can count");
  }
}
