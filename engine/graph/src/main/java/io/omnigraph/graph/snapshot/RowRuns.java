package io.omnigraph.graph.snapshot;

/** Tells rows that follow one another, which are read without looking each of them up. */
public final class RowRuns {

  private RowRuns() {}

  /** Whether each of some rows is one more than the one before it. */
  public static boolean isRun(int[] rows, int count) {
    if (count == 0) {
      return false;
    }
    int first = rows[0];
    int different = 0;
    for (int i = 0; i < count; i++) {
      different |= rows[i] - i ^ first;
    }
    return different == 0;
  }
}
