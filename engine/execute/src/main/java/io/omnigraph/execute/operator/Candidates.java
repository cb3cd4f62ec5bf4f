package io.omnigraph.execute.operator;

import io.omnigraph.graph.snapshot.Table;
import org.jspecify.annotations.Nullable;

/** The rows of a table for which conditions hold, found some at a time. */
final class Candidates {

  private final Table table;
  private final RowSelection selection;

  /** The rows among which they are; absent for all live ones. */
  private final int @Nullable [] chosen;

  private final int end;
  private final int[] found;
  private int at;
  private int count;
  private int given;

  private Candidates(Table table, int @Nullable [] chosen, RowSelection selection) {
    this.table = table;
    this.chosen = chosen;
    this.selection = selection;
    this.end = chosen == null ? table.size() : chosen.length;
    this.found = new int[Math.min(Batch.CAPACITY, end)];
  }

  /** The rows of a table that are selected. */
  static Candidates of(Table table, RowSelection selection) {
    return new Candidates(table, null, selection);
  }

  /**
   * The rows among some that are selected.
   *
   * @param chosen live rows, ascending
   */
  static Candidates among(Table table, int[] chosen, RowSelection selection) {
    return new Candidates(table, chosen, selection);
  }

  /** Whether all rows of the table are among them. */
  boolean isAll() {
    return chosen == null && selection.isEverything();
  }

  /** The number of rows of the table. */
  int liveCount() {
    return table.liveCount();
  }

  /** The next row; -1 when there are no more. */
  int next() {
    while (given == count) {
      if (at == end) {
        return -1;
      }
      look();
    }
    return found[given++];
  }

  private void look() {
    given = 0;
    int met = 0;
    while (at < end && met < found.length) {
      int row = at++;
      if (chosen != null) {
        found[met++] = chosen[row];
      } else if (table.isLive(row)) {
        found[met++] = row;
      }
    }
    count = selection.select(found, met);
  }
}
