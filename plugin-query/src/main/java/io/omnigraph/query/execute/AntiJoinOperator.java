package io.omnigraph.query.execute;

import java.util.function.Function;

/** Passes on the rows from which nothing gets through other operators. */
final class AntiJoinOperator implements Operator {

  private final boolean[] found = new boolean[Batch.CAPACITY];
  private final Operator inner;
  private final Operator next;

  /**
   * An anti-join.
   *
   * @param inner makes the operators that rows must not get through, given the one after them
   */
  AntiJoinOperator(Function<Operator, Operator> inner, Operator next) {
    this.inner = inner.apply(new Witness());
    this.next = next;
  }

  @Override
  public void accept(Batch batch) {
    for (int i = 0; i < batch.selected(); i++) {
      found[batch.position(i)] = false;
    }
    inner.accept(batch.asOrigins());
    batch.retain(position -> !found[position]);
    if (!batch.isEmpty()) {
      next.accept(batch);
    }
  }

  @Override
  public boolean wants(Batch batch, int position) {
    return next.wants(batch, position);
  }

  /** Notes which rows something got through from, and asks for no second proof. */
  private final class Witness implements Operator {

    @Override
    public void accept(Batch batch) {
      for (int i = 0; i < batch.selected(); i++) {
        found[batch.origin(batch.position(i))] = true;
      }
    }

    @Override
    public boolean wants(Batch batch, int position) {
      return !found[batch.origin(position)];
    }
  }
}
