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

  /** The most rows that are found at once. */
  int most() {
    return found.length;
  }

  /** The number of rows of the table. */
  int liveCount() {
    return table.liveCount();
  }

  /**
   * The next rows, at most {@link Batch#CAPACITY}, in an array with room for them; 0 when there are
   * no more.
   */
  int next(int[] into) {
    while (given == count) {
      if (at == end) {
        return 0;
      }
      look();
    }
    int taken = count - given;
    System.arraycopy(found, given, into, 0, taken);
    given = count;
    return taken;
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
    int to = Math.min(end, at + found.length);
    int met = to - at;
    if (chosen != null) {
      System.arraycopy(chosen, at, found, 0, met);
    } else {
      met = table.live(at, to, found);
    }
    at = to;
    count = selection.select(found, met);
  }
}
