package io.omnigraph.execute.operator;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes rows as they come until there are enough. */
final class UnorderedRows implements ResultSink {

  private final RowStore store;
  private final Projector projector;
  private final Window window;

  UnorderedRows(RowStore store, Projector projector, Window window) {
    this.store = store;
    this.projector = projector;
    this.window = window;
  }

  @Override
  public void accept(Batch batch) {
    for (int i = 0; i < batch.selected() && store.size() < window.end(); i++) {
      store.add(batch, batch.position(i), window.end() - store.size());
    }
  }

  @Override
  public boolean wants(Batch batch, int position) {
    return store.size() < window.end();
  }

  @Override
  public List<@Nullable Object[]> finish() {
    return projector.project(store, window.of(store.positions()));
  }
}
