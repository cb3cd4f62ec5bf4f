package io.omnigraph.execute.operator;

import io.omnigraph.query.ast.Comparison;
import io.omnigraph.values.PropertyType;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Passes on the rows for which what gets through other operators comes to enough. */
final class MeasureOperator implements Operator {

  private final Supplier<Accumulator> accumulators;
  private final Test test;
  private final Operator inner;
  private final Operator next;
  private Accumulator current;

  /**
   * A measuring of what gets through.
   *
   * @param accumulators makes one for the rows of each batch
   * @param inner makes the operators that are measured, given the one after them
   */
  MeasureOperator(
      Supplier<Accumulator> accumulators, Test test, UnaryOperator<Operator> inner, Operator next) {
    this.accumulators = accumulators;
    this.test = test;
    this.current = accumulators.get();
    this.inner = inner.apply(new Gatherer());
    this.next = next;
  }

  /**
   * What the measure of a row is compared with.
   *
   * @param type of the measure
   */
  record Test(PropertyType type, Comparison comparison, Operand number) {

    private boolean holds(@Nullable Object measure, int row) {
      return Comparisons.of(
              ConstantColumn.of(measure), type, comparison, number.column(), number.type())
          .test(0, row);
    }
  }

  @Override
  public void accept(Batch batch) {
    current = accumulators.get();
    inner.accept(batch.asOrigins());
    int[][] nodes = batch.nodes();
    batch.retain(
        position -> test.holds(current.result(position), test.number().row(nodes, position)));
    if (!batch.isEmpty()) {
      next.accept(batch);
    }
  }

  @Override
  public boolean wants(Batch batch, int position) {
    return next.wants(batch, position);
  }

  /** Adds what gets through to the measure of the row that it was made from. */
  private final class Gatherer implements Operator {

    @Override
    public void accept(Batch batch) {
      for (int i = 0; i < batch.selected(); i++) {
        int position = batch.position(i);
        current.add(batch.origin(position), batch.nodes(), position, batch.weight(position));
      }
    }

    @Override
    public boolean wants(Batch batch, int position) {
      return true;
    }
  }
}
