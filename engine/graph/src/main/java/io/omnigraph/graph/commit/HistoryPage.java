package io.omnigraph.graph.commit;

import org.jspecify.annotations.Nullable;

/**
 * Which part of which history.
 *
 * @param branch whose commits, those before it was created included; absent for everything that any
 *     branch reaches
 * @param before the id of the commit that the page follows, which is the last one of the page ahead
 *     of it; absent for the first page
 * @param limit the most commits
 */
public record HistoryPage(@Nullable String branch, @Nullable String before, long limit) {

  /** The whole history of a branch. */
  public static HistoryPage of(String branch) {
    return new HistoryPage(branch, null, Long.MAX_VALUE);
  }
}
