package io.omnigraph.execute.operator;

import java.util.Arrays;

/**
 * The truth of a condition, worked out for many rows at once: true, false, or unknown. Belongs to
 * one run and is used by one thread.
 */
@FunctionalInterface
interface Truths {

  /** What a null of type {@code Bool} means; as a row number it is that of nothing. */
  byte UNKNOWN = Batch.MISSING;

  byte FALSE = 0;

  byte TRUE = 1;

  /**
   * Works out the truth of rows.
   *
   * @param nodes of all variables, by slot and position
   * @param positions of the rows
   * @param count how many of them
   * @param into gets the truth of the row at each of the positions, in their order
   */
  void of(int[][] nodes, int[] positions, int count, byte[] into);

  /** A truth. */
  static byte of(boolean truth) {
    return truth ? TRUE : FALSE;
  }

  /** The same truth for every row. */
  static Truths constant(byte truth) {
    return (_, _, count, into) -> Arrays.fill(into, 0, count, truth);
  }
}
