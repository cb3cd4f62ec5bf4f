package io.omnigraph.query.execute;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes rows as they come until there are enough. */
final class UnorderedRows implements ResultSink {

  private final RowStore store;
  private final Projector projector;
  private final long limit;

  UnorderedRows(RowStore store, Projector projector, long limit) {
    this.store = store;
    this.projector = projector;
    this.limit = limit;
  }

  @Override
  public void accept(Batch batch) {
    for (int i = 0; i < batch.selected() && store.size() < limit; i++) {
      store.add(batch, batch.position(i), limit - store.size());
    }
  }

  @Override
  public boolean wants(Batch batch, int position) {
    return store.size() < limit;
  }

  @Override
  public List<@Nullable Object[]> finish() {
    return projector.project(store, store.positions());
  }
}
