package io.omnigraph.execute.operator;

import java.util.List;

/** Passes on the rows for which all of some conditions are true. */
final class FilterOperator implements Operator {

  private final List<Truths> conditions;
  private final Operator next;
  private final byte[] truths = new byte[Batch.CAPACITY];

  FilterOperator(List<Truths> conditions, Operator next) {
    this.conditions = List.copyOf(conditions);
    this.next = next;
  }

  @Override
  public void accept(Batch batch) {
    for (int i = 0; i < conditions.size() && !batch.isEmpty(); i++) {
      batch.retain(conditions.get(i), truths);
    }
    if (!batch.isEmpty()) {
      next.accept(batch);
    }
  }

  @Override
  public boolean wants(Batch batch, int position) {
    return next.wants(batch, position);
  }
}
