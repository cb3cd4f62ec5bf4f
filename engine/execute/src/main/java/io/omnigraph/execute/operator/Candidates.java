package io.omnigraph.execute.operator;

import io.omnigraph.graph.snapshot.NodeTable;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** The nodes of a table for which conditions hold, found one after the other. */
final class Candidates {

  private final NodeTable table;
  private final IntPredicate condition;

  /** The rows among which they are; absent for all live ones. */
  private final int @Nullable [] chosen;

  private final int end;
  private final boolean isAll;
  private int at;

  private Candidates(
      NodeTable table, int @Nullable [] chosen, IntPredicate condition, boolean isAll) {
    this.table = table;
    this.chosen = chosen;
    this.condition = condition;
    this.end = chosen == null ? table.size() : chosen.length;
    this.isAll = isAll;
  }

  /** All nodes of a table. */
  static Candidates all(NodeTable table) {
    return new Candidates(table, null, _ -> true, true);
  }

  /** The nodes of a table for which a condition holds. */
  static Candidates where(NodeTable table, IntPredicate condition) {
    return new Candidates(table, null, condition, false);
  }

  /**
   * The nodes among some for which a condition holds.
   *
   * @param chosen live rows, ascending
   */
  static Candidates among(NodeTable table, int[] chosen, IntPredicate condition) {
    return new Candidates(table, chosen, condition, false);
  }

  /** Whether all nodes of the table are among them. */
  boolean isAll() {
    return isAll;
  }

  /** The number of nodes of the table. */
  int liveCount() {
    return table.liveCount();
  }

  /** The row of the next node; -1 when there are no more. */
  int next() {
    while (at < end) {
      int row = at++;
      if (chosen != null) {
        row = chosen[row];
      } else if (!table.isLive(row)) {
        continue;
      }
      if (condition.test(row)) {
        return row;
      }
    }
    return -1;
  }
}
