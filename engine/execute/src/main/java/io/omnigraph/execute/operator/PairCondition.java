package io.omnigraph.execute.operator;

/** A condition on the values of two columns, each at a row of its own. */
@FunctionalInterface
interface PairCondition {

  /** Never holds. */
  PairCondition NEVER = (_, _) -> false;

  /** Whether the condition holds. */
  boolean test(int leftRow, int rightRow);

  /** The same condition with its sides exchanged. */
  default PairCondition swapped() {
    return (left, right) -> test(right, left);
  }
}
