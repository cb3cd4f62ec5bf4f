package io.omnigraph.execute.operator;

import io.omnigraph.query.ast.Comparison;
import io.omnigraph.query.ast.SystemField;
import io.omnigraph.query.check.NodeVariable;
import io.omnigraph.query.check.TypedExpression;
import java.util.Optional;

/** Whether two nodes of one type are the same one, told by their rows. */
record RowTruths(int left, int right, boolean isSame) implements Truths {

  /** The truth of a comparison of two ids; empty where something else is compared. */
  static Optional<Truths> of(TypedExpression left, Comparison comparison, TypedExpression right) {
    return (comparison == Comparison.EQUAL || comparison == Comparison.NOT_EQUAL)
            && left instanceof TypedExpression.SystemValue(NodeVariable one, var field)
            && right instanceof TypedExpression.SystemValue(NodeVariable other, var otherField)
            && field == SystemField.ID
            && otherField == SystemField.ID
            && one.type().equals(other.type())
        ? Optional.of(new RowTruths(one.slot(), other.slot(), comparison == Comparison.EQUAL))
        : Optional.empty();
  }

  @Override
  public void of(int[][] nodes, int[] positions, int count, byte[] into) {
    int[] ones = nodes[left];
    int[] others = nodes[right];
    for (int i = 0; i < count; i++) {
      int one = ones[positions[i]];
      int other = others[positions[i]];
      into[i] = one < 0 || other < 0 ? UNKNOWN : Truths.of((one == other) == isSame);
    }
  }
}
