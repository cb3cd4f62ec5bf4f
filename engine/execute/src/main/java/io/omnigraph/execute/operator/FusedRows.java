package io.omnigraph.execute.operator;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Keeps every row until there are no more, ranks their nodes by two rankings, and gives out those
 * in either of them, the best first.
 */
final class FusedRows implements ResultSink {

  private final RowStore store;
  private final int slot;
  private final FusedScores scores;
  private final RowOrder order;
  private final Projector projector;
  private final Window window;

  /**
   * Rows ranked twice.
   *
   * @param slot of the variable that is ranked
   * @param order by the places of the ranking
   */
  FusedRows(RowStore store, int slot, FusedScores scores, RowOrder order, Output output) {
    this.store = store;
    this.slot = slot;
    this.scores = scores;
    this.order = order;
    this.projector = output.projector();
    this.window = output.window();
  }

  /** What becomes of rows: how they are projected, and which are wanted. */
  record Output(Projector projector, Window window) {}

  @Override
  public void accept(Batch batch) {
    for (int i = 0; i < batch.selected(); i++) {
      store.add(batch, batch.position(i), Long.MAX_VALUE);
    }
  }

  @Override
  public boolean wants(Batch batch, int position) {
    return window.end() > 0;
  }

  @Override
  public List<@Nullable Object[]> finish() {
    int[] nodes = Arrays.copyOf(store.nodes()[slot], store.size());
    scores.rank(
        Arrays.stream(nodes).filter(node -> node != Batch.MISSING).distinct().toArray(),
        window.end());
    int[] ranked =
        Arrays.stream(store.first(Long.MAX_VALUE, order))
            .filter(position -> !scores.isNull(nodes[position]))
            .toArray();
    return projector.project(store, window.of(ranked));
  }
}
