package io.omnigraph.execute.operator;

import io.omnigraph.graph.snapshot.Column;
import io.omnigraph.query.ast.Comparison;
import io.omnigraph.values.PropertyType;
import io.omnigraph.values.Scalar;
import java.util.Arrays;
import java.util.function.UnaryOperator;

/** Passes on the rows from which as much gets through other operators as a comparison asks for. */
final class CountOperator implements Operator {

  private static final PropertyType COUNT = PropertyType.of(Scalar.I64);

  private final Operand number;
  private final PairCondition test;
  private final Operator inner;
  private final Operator next;
  private long[] counts = {};

  /**
   * A counting of what gets through.
   *
   * @param number that the count is compared with
   * @param inner makes the operators that are counted, given the one after them
   */
  CountOperator(
      Comparison comparison, Operand number, UnaryOperator<Operator> inner, Operator next) {
    this.number = number;
    this.test = Comparisons.of(new Counts(), COUNT, comparison, number.column(), number.type());
    this.inner = inner.apply(new Counter());
    this.next = next;
  }

  @Override
  public void accept(Batch batch) {
    if (counts.length < batch.size()) {
      counts = new long[batch.size()];
    } else {
      Arrays.fill(counts, 0);
    }
    inner.accept(batch.asOrigins());
    int[][] nodes = batch.nodes();
    batch.retain(position -> test.test(position, number.row(nodes, position)));
    if (!batch.isEmpty()) {
      next.accept(batch);
    }
  }

  @Override
  public boolean wants(Batch batch, int position) {
    return next.wants(batch, position);
  }

  /** The numbers of the batch's rows as a column by position. */
  private final class Counts implements Column.Longs {

    @Override
    public boolean isNull(int row) {
      return false;
    }

    @Override
    public long get(int row) {
      return counts[row];
    }
  }

  /** Counts what gets through from each row. */
  private final class Counter implements Operator {

    @Override
    public void accept(Batch batch) {
      for (int i = 0; i < batch.selected(); i++) {
        int position = batch.position(i);
        int origin = batch.origin(position);
        counts[origin] = Weights.sum(counts[origin], batch.weight(position));
      }
    }

    @Override
    public boolean wants(Batch batch, int position) {
      return true;
    }
  }
}
