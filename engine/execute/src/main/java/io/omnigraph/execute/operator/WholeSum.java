package io.omnigraph.execute.operator;

import io.omnigraph.execute.result.QueryRejected;
import io.omnigraph.graph.snapshot.Column;
import java.math.BigInteger;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Adds up or averages values whose sums are values of the same scalar, in 128 bits. A mean is
 * rounded to the nearest whole one, half away from zero.
 */
final class WholeSum implements Accumulator {

  private final Operand argument;
  private final Column.@Nullable Longs numbers;
  private final boolean averages;
  private long[] low = new long[SMALLEST];
  private long[] high = new long[SMALLEST];
  private long[] counts = new long[SMALLEST];

  WholeSum(Operand argument, boolean averages) {
    this.argument = argument;
    this.averages = averages;
    this.numbers = argument.column() instanceof Column.Longs longs ? longs : null;
  }

  @Override
  public void add(int group, int[][] nodes, int position, long weight) {
    int row = argument.row(nodes, position);
    if (numbers == null || numbers.isNull(row)) {
      return;
    }
    if (group >= counts.length) {
      int size = Math.max(2 * counts.length, group + 1);
      low = Arrays.copyOf(low, size);
      high = Arrays.copyOf(high, size);
      counts = Arrays.copyOf(counts, size);
    }
    long number = numbers.get(row);
    long product = number * weight;
    low[group] += product;
    high[group] +=
        Math.multiplyHigh(number, weight) + (Long.compareUnsigned(low[group], product) < 0 ? 1 : 0);
    counts[group] = Weights.sum(counts[group], weight);
  }

  @Override
  public @Nullable Object result(int group) {
    if (group >= counts.length || counts[group] == 0) {
      return null;
    }
    BigInteger sum =
        BigInteger.valueOf(high[group])
            .shiftLeft(Long.SIZE)
            .add(new BigInteger(Long.toUnsignedString(low[group])));
    BigInteger value = averages ? mean(sum, BigInteger.valueOf(counts[group])) : sum;
    if (value.bitLength() >= Long.SIZE) {
      throw new QueryRejected("a sum exceeds the range of " + argument.type().scalar().word());
    }
    return value.longValue();
  }

  private static BigInteger mean(BigInteger sum, BigInteger count) {
    BigInteger[] parts = sum.abs().divideAndRemainder(count);
    boolean isRoundedUp = parts[1].shiftLeft(1).compareTo(count) >= 0;
    BigInteger size = isRoundedUp ? parts[0].add(BigInteger.ONE) : parts[0];
    return sum.signum() < 0 ? size.negate() : size;
  }
}
