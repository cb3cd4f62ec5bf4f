package io.omnigraph.query.execute;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes rows as they come until there are enough. */
final class UnorderedRows implements ResultSink {

  private final Projector projector;
  private final long limit;
  private final List<@Nullable Object[]> rows = new ArrayList<>();

  UnorderedRows(Projector projector, long limit) {
    this.projector = projector;
    this.limit = limit;
  }

  @Override
  public void accept(Batch batch) {
    for (int i = 0; i < batch.selected() && rows.size() < limit; i++) {
      rows.add(projector.project(batch.nodes(), batch.position(i)));
    }
  }

  @Override
  public boolean wants(Batch batch, int position) {
    return rows.size() < limit;
  }

  @Override
  public List<@Nullable Object[]> finish() {
    return rows;
  }
}
