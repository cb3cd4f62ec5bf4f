package io.omnigraph.execute.operator;

import java.util.Arrays;
import java.util.function.UnaryOperator;

/** Passes on the rows from which something gets through other operators, or those without. */
final class ProofOperator implements Operator {

  private final boolean wanted;
  private final Operator inner;
  private final Operator next;
  private boolean[] found = {};

  private ProofOperator(boolean wanted, UnaryOperator<Operator> inner, Operator next) {
    this.wanted = wanted;
    this.inner = inner.apply(new Witness());
    this.next = next;
  }

  /**
   * Passes on the rows from which something gets through.
   *
   * @param inner makes the operators that rows must get through, given the one after them
   */
  static ProofOperator present(UnaryOperator<Operator> inner, Operator next) {
    return new ProofOperator(true, inner, next);
  }

  /**
   * Passes on the rows from which nothing gets through.
   *
   * @param inner makes the operators that rows must not get through, given the one after them
   */
  static ProofOperator absent(UnaryOperator<Operator> inner, Operator next) {
    return new ProofOperator(false, inner, next);
  }

  @Override
  public void accept(Batch batch) {
    if (found.length < batch.size()) {
      found = new boolean[batch.size()];
    } else {
      Arrays.fill(found, false);
    }
    inner.accept(batch.asOrigins());
    batch.retain(position -> found[position] == wanted);
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
