package io.omnigraph.query.execute;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lets only the rows through whose node is in a ranking (section 8.3), and has them sorted by it.
 *
 * @param keys of the ranking; null for a node that is not in it
 */
record RankedRows(Operand keys, SortedRows sorted) implements ResultSink {

  @Override
  public void accept(Batch batch) {
    int[][] nodes = batch.nodes();
    batch.retain(position -> !keys.column().isNull(keys.row(nodes, position)));
    sorted.accept(batch);
  }

  @Override
  public boolean wants(Batch batch, int position) {
    return sorted.wants(batch, position);
  }

  @Override
  public List<@Nullable Object[]> finish() {
    return sorted.finish();
  }
}
