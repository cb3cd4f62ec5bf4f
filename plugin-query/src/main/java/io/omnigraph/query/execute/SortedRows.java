package io.omnigraph.query.execute;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the first rows of an order. With a limit it holds no more than a few times as many rows: as
 * soon as there are too many, those that cannot be among the first any more are dropped.
 */
final class SortedRows implements ResultSink {

  private static final int ROOM = 4096;

  private final RowStore store;
  private final RowOrder order;
  private final Projector projector;
  private final long limit;

  SortedRows(RowStore store, RowOrder order, Projector projector, long limit) {
    this.store = store;
    this.order = order;
    this.projector = projector;
    this.limit = limit;
  }

  @Override
  public void accept(Batch batch) {
    for (int i = 0; i < batch.selected(); i++) {
      store.add(batch, batch.position(i));
    }
    if (store.size() / 2 > limit + ROOM) {
      store.keep(store.first(limit, order));
    }
  }

  @Override
  public boolean wants(Batch batch, int position) {
    return limit > 0;
  }

  @Override
  public List<@Nullable Object[]> finish() {
    List<@Nullable Object[]> rows = new ArrayList<>();
    for (int position : store.first(limit, order)) {
      rows.add(projector.project(store.nodes(), position));
    }
    return rows;
  }
}
