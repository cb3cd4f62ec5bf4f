package io.omnigraph.execute.operator;

import io.omnigraph.graph.snapshot.Column;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lets only the rows through whose node is in a ranking (docs/reference/query-language.md §8.3) and
 * may be among the first of it, and has them sorted by it.
 */
final class RankedRows implements ResultSink {

  private static final int MOST_CUT_OFF = 1 << 16;

  private final Operand keys;
  private final Column.Doubles scores;
  private final SortedRows sorted;
  private final @Nullable Cutoff cutoff;

  /**
   * Ranked rows.
   *
   * @param keys of the ranking, a column of numbers; null for a node that is not in it
   * @param wanted how many rows are wanted, from the first on
   */
  RankedRows(Operand keys, SortedRows sorted, long wanted) {
    this.keys = keys;
    this.scores = (Column.Doubles) keys.column();
    this.sorted = sorted;
    this.cutoff = wanted <= MOST_CUT_OFF ? new Cutoff((int) wanted) : null;
  }

  @Override
  public void accept(Batch batch) {
    int[][] nodes = batch.nodes();
    batch.retain(position -> isWanted(keys.row(nodes, position)));
    sorted.accept(batch);
  }

  private boolean isWanted(int node) {
    return !scores.isNull(node) && (cutoff == null || cutoff.admits(scores.get(node)));
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
