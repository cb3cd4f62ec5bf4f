package io.omnigraph.execute.operator;

import io.omnigraph.graph.snapshot.Column;
import io.omnigraph.graph.snapshot.NodeTable;

/** Passes on every row together with the node whose id the row gives, if a condition accepts it. */
final class LookupOperator implements Operator {

  private final NodeTable table;
  private final Column.Texts ids;
  private final int slot;
  private final RowSelection selection;
  private final Fanout out;

  /**
   * A lookup.
   *
   * @param ids the column that gives the id
   * @param slot of the variable whose node the column is read at; -1 for a constant
   */
  LookupOperator(NodeTable table, Column.Texts ids, int slot, RowSelection selection, Fanout out) {
    this.table = table;
    this.ids = ids;
    this.slot = slot;
    this.selection = selection;
    this.out = out;
  }

  @Override
  public void accept(Batch batch) {
    for (int i = 0; i < batch.selected(); i++) {
      int position = batch.position(i);
      int row = slot < 0 ? 0 : batch.nodes()[slot][position];
      if (!ids.isNull(row)) {
        int found = table.rowOf(ids.get(row));
        if (found >= 0 && selection.test(found)) {
          out.emit(batch, position, found);
        }
      }
    }
    out.flush();
  }

  @Override
  public boolean wants(Batch batch, int position) {
    return out.wants(batch, position);
  }
}
