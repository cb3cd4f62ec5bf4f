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
