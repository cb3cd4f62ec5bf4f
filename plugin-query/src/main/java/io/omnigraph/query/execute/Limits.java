package io.omnigraph.query.execute;

/**
 * What one read may use.
 *
 * @param rows the most rows that its steps may pass on, all steps together
 * @param held the most values that it may hold at once: nodes of rows waiting to be sorted, groups,
 *     and cells of the result
 */
public record Limits(long rows, long held) {

  /** Enough for honest queries, and an end for those that would never come to one. */
  public static Limits usual() {
    return new Limits(2_000_000_000L, 200_000_000L);
  }
}
