package io.omnigraph.execute.operator;

/** A condition on a row. */
@FunctionalInterface
interface RowTest {

  /**
   * Whether the condition holds.
   *
   * @param nodes of all variables, by slot and position
   */
  boolean test(int[][] nodes, int position);
}
