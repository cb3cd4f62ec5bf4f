package io.omnigraph.execute.operator;

import java.util.List;

/** Selects rows of one table by conditions that are about them alone. */
final class RowSelection {

  private static final int SMALLEST = 64;

  private final List<Truths> conditions;
  private final int slot;
  private final int[][] frame;
  private final int[] single = {0};
  private int[] positions = {};
  private byte[] truths = new byte[1];

  /**
   * A selection.
   *
   * @param conditions all of which must be true
   * @param slots the number of slots of the query
   * @param slot of the variable that the rows are of
   */
  RowSelection(List<Truths> conditions, int slots, int slot) {
    this.conditions = List.copyOf(conditions);
    this.slot = slot;
    this.frame = new int[slots][];
  }

  /** Whether every row is selected. */
  boolean isEverything() {
    return conditions.isEmpty();
  }

  /** Whether a row is selected. */
  boolean test(int row) {
    if (conditions.isEmpty()) {
      return true;
    }
    int[] rows = {row};
    frame[slot] = rows;
    for (Truths condition : conditions) {
      condition.of(frame, single, 1, truths);
      if (truths[0] != Truths.TRUE) {
        return false;
      }
    }
    return true;
  }

  /** Keeps the selected ones of the edges that a walk has found; returns how many they are. */
  int select(EdgeWalk walk, int count) {
    if (conditions.isEmpty() || count == 0) {
      return count;
    }
    reserve(count);
    frame[slot] = walk.edges();
    int left = count;
    for (int c = 0; c < conditions.size() && left > 0; c++) {
      conditions.get(c).of(frame, positions, left, truths);
      left = walk.keep(truths, left);
    }
    return left;
  }

  /** Moves the selected ones of some rows to the front, and returns how many they are. */
  int select(int[] rows, int count) {
    if (conditions.isEmpty()) {
      return count;
    }
    reserve(count);
    frame[slot] = rows;
    int left = count;
    for (int c = 0; c < conditions.size() && left > 0; c++) {
      conditions.get(c).of(frame, positions, left, truths);
      int kept = 0;
      for (int i = 0; i < left; i++) {
        if (truths[i] == Truths.TRUE) {
          rows[kept++] = rows[i];
        }
      }
      left = kept;
    }
    return left;
  }

  private void reserve(int count) {
    if (positions.length < count) {
      positions = new int[Math.max(SMALLEST, Integer.highestOneBit(count) * 2)];
      for (int i = 0; i < positions.length; i++) {
        positions[i] = i;
      }
      truths = new byte[positions.length];
    }
  }
}
