package io.omnigraph.query.execute;

import io.omnigraph.graph.snapshot.NodeTable;
import java.util.function.IntPredicate;

/**
 * Passes on every row together with every node of a table that a condition accepts. The accepted
 * nodes are found once and remembered for the rows that follow.
 */
final class ScanOperator implements Operator {

  private final NodeTable table;
  private final IntPredicate condition;
  private final Fanout out;
  private final IntList accepted = new IntList();
  private int scanned;

  ScanOperator(NodeTable table, IntPredicate condition, Fanout out) {
    this.table = table;
    this.condition = condition;
    this.out = out;
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
    boolean wanted = true;
    for (int i = 0; wanted && (i < accepted.size() || findNext()); i++) {
      wanted = out.emit(batch, position, accepted.get(i));
    }
  }

  private boolean findNext() {
    while (scanned < table.size()) {
      int row = scanned++;
      if (table.isLive(row) && condition.test(row)) {
        accepted.add(row);
        return true;
      }
    }
    return false;
  }
}
