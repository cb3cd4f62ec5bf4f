package io.omnigraph.execute.operator;

import io.omnigraph.execute.result.QueryRejected;
import io.omnigraph.graph.snapshot.Column;
import java.math.BigInteger;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Adds whole numbers up in 128 bits and rounds the sum of each group once. */
final class ExactSum implements Accumulator {

  private final Operand argument;
  private final Column.Longs numbers;
  private final boolean isUnsigned;
  private long[] low = new long[SMALLEST];
  private long[] high = new long[SMALLEST];
  private boolean[] isThere = new boolean[SMALLEST];
  private int[] selected = {};
  private long[] values = {};

  ExactSum(Operand argument, Column.Longs numbers) {
    this.argument = argument;
    this.numbers = numbers;
    this.isUnsigned = NumberOrder.isUnsigned(argument.type());
  }

  @Override
  public void addAll(int[] groups, int count, Batch batch) {
    if (batch.isWeighted() || argument.slot() < 0 || isUnsigned || numbers.mayBeNull()) {
      Accumulator.super.addAll(groups, count, batch);
      return;
    }
    reserve(count);
    int rows = batch.selected();
    if (values.length < rows) {
      selected = new int[batch.size()];
      values = new long[batch.size()];
    }
    numbers.gather(batch.inSlot(argument.slot(), selected), rows, values);
    for (int i = 0; i < rows; i++) {
      int group = groups[i];
      long sum = low[group] + values[i];
      // Rows that count once are too few for their sum to leave 128 bits.
      high[group] += (values[i] >> 63) + (Long.compareUnsigned(sum, low[group]) < 0 ? 1 : 0);
      low[group] = sum;
      isThere[group] = true;
    }
  }

  private void reserve(int groups) {
    if (groups > low.length) {
      int larger = Math.max(2 * low.length, groups);
      low = Arrays.copyOf(low, larger);
      high = Arrays.copyOf(high, larger);
      isThere = Arrays.copyOf(isThere, larger);
    }
  }

  @Override
  public void add(int group, int[][] nodes, int position, long weight) {
    int row = argument.row(nodes, position);
    if (numbers.isNull(row)) {
      return;
    }
    reserve(group + 1);
    long value = numbers.get(row);
    long productHigh = Math.multiplyHigh(value, weight);
    if (isUnsigned && value < 0) {
      productHigh += weight;
    }
    long sum = low[group] + value * weight;
    long carry = Long.compareUnsigned(sum, low[group]) < 0 ? 1 : 0;
    low[group] = sum;
    try {
      high[group] = Math.addExact(Math.addExact(high[group], productHigh), carry);
    } catch (ArithmeticException e) {
      throw new QueryRejected("a sum is greater than 128 bits can hold");
    }
    isThere[group] = true;
  }

  @Override
  public @Nullable Object result(int group) {
    if (group >= low.length || !isThere[group]) {
      return null;
    }
    BigInteger upper = BigInteger.valueOf(high[group]).shiftLeft(Long.SIZE);
    return upper.add(new BigInteger(Long.toUnsignedString(low[group]))).doubleValue();
  }
}
