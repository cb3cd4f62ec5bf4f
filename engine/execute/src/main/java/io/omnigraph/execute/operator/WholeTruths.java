package io.omnigraph.execute.operator;

import io.omnigraph.graph.snapshot.Column;
import io.omnigraph.query.ast.Comparison;
import java.util.Optional;

/** How whole numbers that are never null compare with one of them, many at a time. */
final class WholeTruths implements Truths {

  private final int slot;
  private final Column.Longs numbers;

  /** The least and the greatest number for which the comparison holds, or does not. */
  private final long least;

  private final long greatest;
  private final boolean isInside;
  private int[] rows = {};
  private long[] values = {};

  private WholeTruths(Operand operand, Column.Longs numbers, Range range) {
    this.slot = operand.slot();
    this.numbers = numbers;
    this.least = range.least();
    this.greatest = range.greatest();
    this.isInside = range.isInside();
  }

  private record Range(long least, long greatest, boolean isInside) {}

  /** The truth of a comparison with a constant; empty where it is another sort of comparison. */
  static Optional<Truths> of(Operand operand, Comparison comparison, Operand constant) {
    if (operand.slot() < 0
        || constant.slot() >= 0
        || !(operand.column() instanceof Column.Longs numbers)
        || !(constant.column() instanceof Column.Longs other)
        || NumberOrder.isUnsigned(operand.type())
        || NumberOrder.isUnsigned(constant.type())
        || numbers.mayBeNull()
        || other.isNull(0)) {
      return Optional.empty();
    }
    long limit = other.get(0);
    Range range =
        switch (comparison) {
          case EQUAL -> new Range(limit, limit, true);
          case NOT_EQUAL -> new Range(limit, limit, false);
          case LESS -> new Range(limit, Long.MAX_VALUE, false);
          case LESS_OR_EQUAL -> new Range(Long.MIN_VALUE, limit, true);
          case GREATER -> new Range(Long.MIN_VALUE, limit, false);
          case GREATER_OR_EQUAL -> new Range(limit, Long.MAX_VALUE, true);
        };
    return Optional.of(new WholeTruths(operand, numbers, range));
  }

  @Override
  public void of(int[][] nodes, int[] positions, int count, byte[] into) {
    if (rows.length < count) {
      rows = new int[Math.max(count, Batch.CAPACITY)];
      values = new long[rows.length];
    }
    int[] all = nodes[slot];
    for (int i = 0; i < count; i++) {
      rows[i] = all[positions[i]];
    }
    numbers.gather(rows, count, values);
    for (int i = 0; i < count; i++) {
      into[i] = Truths.of((values[i] >= least && values[i] <= greatest) == isInside);
    }
  }
}
