package io.omnigraph.execute.operator;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the first rows of an order. With a limit it holds no more than a few times as many rows: as
 * soon as there are too many, those that cannot be among the first any more are dropped, and from
 * then on only rows before the last of those that are left get in.
 */
final class SortedRows implements ResultSink {

  private static final int ROOM = 512;

  private final RowStore store;
  private final RowOrder order;
  private final Projector projector;
  private final Window window;
  private final long limit;

  /** The position of the last row that can be among the first; -1 while none was dropped. */
  private int last = -1;

  SortedRows(RowStore store, RowOrder order, Projector projector, Window window) {
    this.store = store;
    this.order = order;
    this.projector = projector;
    this.window = window;
    this.limit = window.end();
  }

  @Override
  public void accept(Batch batch) {
    for (int i = 0; i < batch.selected(); i++) {
      add(batch, batch.position(i));
    }
  }

  @Override
  public boolean wants(Batch batch, int position) {
    return limit > 0;
  }

  @Override
  public List<@Nullable Object[]> finish() {
    return projector.project(store, window.of(store.first(limit, order)));
  }

  private void add(Batch batch, int position) {
    if (limit == 0) {
      return;
    }
    store.add(batch, position, 1);
    if (last >= 0 && order.compare(store.nodes(), store.size() - 1, last) >= 0) {
      store.removeLast();
      return;
    }
    store.add(batch, position, Math.min(limit, batch.weight(position)) - 1);
    if (store.size() / 2 - ROOM > limit) {
      store.keep(store.first(limit, order));
      last = store.size() - 1;
    }
  }
}
