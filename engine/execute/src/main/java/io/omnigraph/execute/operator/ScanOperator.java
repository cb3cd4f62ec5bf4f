package io.omnigraph.execute.operator;

/**
 * Passes on every row together with every one of some nodes. For a single row they are passed on as
 * they are found; for more they are remembered.
 */
final class ScanOperator implements Operator {

  private final Candidates candidates;
  private final boolean isSingle;
  private final Fanout out;
  private final IntList found = new IntList();
  private final int[] block;

  /**
   * A scan.
   *
   * @param rows how many may come in
   */
  ScanOperator(Candidates candidates, Rows rows, Fanout out) {
    this.candidates = candidates;
    this.isSingle = rows == Rows.ONE;
    this.out = out;
    this.block = new int[isSingle ? candidates.most() : 0];
  }

  /** How many rows may come in. */
  enum Rows {
    ONE,
    MANY
  }

  @Override
  public void accept(Batch batch) {
    for (int i = 0; i < batch.selected(); i++) {
      int position = batch.position(i);
      if (out.wants(batch, position)) {
        expand(batch, position);
      }
    }
    out.flush();
  }

  @Override
  public boolean wants(Batch batch, int position) {
    return out.wants(batch, position);
  }

  private void expand(Batch batch, int position) {
    if (isSingle) {
      int count = candidates.next(block);
      while (count > 0 && out.emitAll(batch, position, block, count)) {
        count = candidates.next(block);
      }
      return;
    }
    boolean wanted = true;
    for (int i = 0; wanted && i < found.size(); i++) {
      wanted = out.emit(batch, position, found.get(i));
    }
    while (wanted) {
      int node = candidates.next();
      if (node < 0) {
        return;
      }
      found.add(node);
      wanted = out.emit(batch, position, node);
    }
  }
}
