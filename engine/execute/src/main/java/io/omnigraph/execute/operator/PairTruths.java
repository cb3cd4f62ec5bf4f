package io.omnigraph.execute.operator;

import io.omnigraph.graph.snapshot.Column;

/**
 * The truth of a test of two operands; it is unknown where one of them is null.
 *
 * @param test of values that are not null
 */
record PairTruths(Operand left, Operand right, PairCondition test) implements Truths {

  @Override
  public void of(int[][] nodes, int[] positions, int count, byte[] into) {
    if (left.slot() >= 0 && right.slot() < 0) {
      againstConstant(nodes[left.slot()], positions, count, into);
      return;
    }
    Column leftColumn = left.column();
    Column rightColumn = right.column();
    for (int i = 0; i < count; i++) {
      int l = left.row(nodes, positions[i]);
      int r = right.row(nodes, positions[i]);
      into[i] =
          leftColumn.isNull(l) || rightColumn.isNull(r) ? UNKNOWN : Truths.of(test.test(l, r));
    }
  }

  private void againstConstant(int[] rows, int[] positions, int count, byte[] into) {
    Column column = left.column();
    for (int i = 0; i < count; i++) {
      int row = rows[positions[i]];
      into[i] = column.isNull(row) ? UNKNOWN : Truths.of(test.test(row, 0));
    }
  }
}
