package io.omnigraph.execute.operator;

/** Passes on the rows for which a condition holds. */
record FilterOperator(RowTest test, Operator next) implements Operator {

  @Override
  public void accept(Batch batch) {
    int[][] nodes = batch.nodes();
    batch.retain(position -> test.test(nodes, position));
    if (!batch.isEmpty()) {
      next.accept(batch);
    }
  }

  @Override
  public boolean wants(Batch batch, int position) {
    return next.wants(batch, position);
  }
}
