package io.omnigraph.execute.operator;

import io.omnigraph.graph.snapshot.Column;
import io.omnigraph.query.ast.AggregateFunction;
import io.omnigraph.values.Scalar;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Works out a function over the rows of each group; nulls are skipped. */
interface Accumulator {

  /** The groups that there is room for at first. */
  int SMALLEST = 4;

  /**
   * Takes a row of a group into account.
   *
   * @param weight how many times it counts
   */
  void add(int group, int[][] nodes, int position, long weight);

  /**
   * Takes the selected rows of a batch into account.
   *
   * @param groups of the rows, in their order
   * @param count of the groups that there are
   */
  default void addAll(int[] groups, int count, Batch batch) {
    for (int i = 0; i < batch.selected(); i++) {
      int position = batch.position(i);
      add(groups[i], batch.nodes(), position, batch.weight(position));
    }
  }

  /** Compares the values of two groups in an order. */
  default int compare(int left, int right, ValueOrder order) {
    return order.compare(result(left), result(right));
  }

  /** The value of a group, in the form that {@link Column} describes; null when it has none. */
  @Nullable Object result(int group);

  /** An accumulator for a function of an expression. */
  static Accumulator of(AggregateFunction function, Operand argument) {
    return switch (function) {
      case COUNT -> new Count(argument);
      case SUM -> sum(argument, false);
      case AVG -> sum(argument, true);
      case MIN -> new Extreme(argument, -1);
      case MAX -> new Extreme(argument, 1);
    };
  }

  private static Accumulator sum(Operand argument, boolean averages) {
    Scalar scalar = argument.type().scalar();
    boolean isWhole =
        scalar.form().isSignedWhole() && scalar.total().filter(scalar::equals).isPresent();
    if (isWhole) {
      return new WholeSum(argument, averages);
    }
    return !averages && argument.column() instanceof Column.Longs whole
        ? new ExactSum(argument, whole)
        : new Sum(argument, averages);
  }

  /** Counts rows, whatever is on them. */
  final class CountRows implements Accumulator {

    private long[] counts = new long[SMALLEST];

    @Override
    public void add(int group, int[][] nodes, int position, long weight) {
      counts = grown(counts, group);
      counts[group] = Weights.sum(counts[group], weight);
    }

    @Override
    public void addAll(int[] groups, int count, Batch batch) {
      if (batch.isWeighted()) {
        Accumulator.super.addAll(groups, count, batch);
        return;
      }
      counts = grown(counts, count);
      int rows = batch.selected();
      for (int i = 0; i < rows; i++) {
        counts[groups[i]]++;
      }
    }

    @Override
    public int compare(int left, int right, ValueOrder order) {
      return Long.compare(count(left), count(right));
    }

    @Override
    public Object result(int group) {
      return count(group);
    }

    private long count(int group) {
      return group < counts.length ? counts[group] : 0L;
    }
  }

  /** Counts values. */
  final class Count implements Accumulator {

    private final Operand argument;
    private long[] counts = new long[SMALLEST];

    Count(Operand argument) {
      this.argument = argument;
    }

    @Override
    public void add(int group, int[][] nodes, int position, long weight) {
      if (!argument.column().isNull(argument.row(nodes, position))) {
        counts = grown(counts, group);
        counts[group] = Weights.sum(counts[group], weight);
      }
    }

    @Override
    public Object result(int group) {
      return group < counts.length ? counts[group] : 0L;
    }
  }

  /** Adds numbers up, or averages them. */
  final class Sum implements Accumulator {

    private final Operand argument;
    private final DoubleReader numbers;
    private final boolean averages;
    private double[] sums = new double[SMALLEST];
    private long[] counts = new long[SMALLEST];
    private int[] selected = {};
    private double[] values = {};
    private long[] wholes = {};

    Sum(Operand argument, boolean averages) {
      this.argument = argument;
      this.averages = averages;
      this.numbers =
          argument.column() instanceof ConstantColumn.Nothing
              ? _ -> 0
              : DoubleReader.of(argument.column(), argument.type());
    }

    @Override
    public void add(int group, int[][] nodes, int position, long weight) {
      int row = argument.row(nodes, position);
      if (!argument.column().isNull(row)) {
        counts = grown(counts, group);
        sums = counts.length == sums.length ? sums : Arrays.copyOf(sums, counts.length);
        sums[group] += numbers.get(row) * weight;
        counts[group] += weight;
      }
    }

    @Override
    public void addAll(int[] groups, int count, Batch batch) {
      Column column = argument.column();
      if (batch.isWeighted() || argument.slot() < 0 || column.mayBeNull()) {
        Accumulator.super.addAll(groups, count, batch);
        return;
      }
      counts = grown(counts, count);
      sums = counts.length == sums.length ? sums : Arrays.copyOf(sums, counts.length);
      int rows = batch.selected();
      gather(column, batch);
      for (int i = 0; i < rows; i++) {
        sums[groups[i]] += values[i];
        counts[groups[i]]++;
      }
    }

    /** Reads the values of the selected rows. */
    private void gather(Column column, Batch batch) {
      int rows = batch.selected();
      if (values.length < rows) {
        selected = new int[batch.size()];
        values = new double[batch.size()];
        wholes = new long[batch.size()];
      }
      int[] at = batch.inSlot(argument.slot(), selected);
      if (column instanceof Column.Doubles doubles) {
        doubles.gather(at, rows, values);
      } else if (column instanceof Column.Longs longs && !NumberOrder.isUnsigned(argument.type())) {
        longs.gather(at, rows, wholes);
        for (int i = 0; i < rows; i++) {
          values[i] = wholes[i];
        }
      } else {
        for (int i = 0; i < rows; i++) {
          values[i] = numbers.get(at[i]);
        }
      }
    }

    @Override
    public @Nullable Object result(int group) {
      if (group >= counts.length || counts[group] == 0) {
        return null;
      }
      return averages ? sums[group] / counts[group] : sums[group];
    }
  }

  /** Finds the smallest or the greatest value. */
  final class Extreme implements Accumulator {

    private final Operand argument;
    private final ColumnOrder order;
    private final int sign;
    private long[] bestRows = new long[SMALLEST];

    Extreme(Operand argument, int sign) {
      this.argument = argument;
      this.order = ColumnOrder.of(argument.column(), argument.type());
      this.sign = sign;
    }

    @Override
    public void add(int group, int[][] nodes, int position, long weight) {
      int row = argument.row(nodes, position);
      if (argument.column().isNull(row)) {
        return;
      }
      bestRows = grown(bestRows, group);
      // One more than the row, so that 0 means that there is none yet.
      long best = bestRows[group];
      if (best == 0 || sign * order.compare(row, (int) (best - 1)) > 0) {
        bestRows[group] = row + 1L;
      }
    }

    @Override
    public @Nullable Object result(int group) {
      return group < bestRows.length && bestRows[group] > 0
          ? ColumnValues.of(argument.column(), (int) (bestRows[group] - 1))
          : null;
    }
  }

  private static long[] grown(long[] array, int group) {
    return group < array.length
        ? array
        : Arrays.copyOf(array, Math.max(2 * array.length, group + 1));
  }
}
