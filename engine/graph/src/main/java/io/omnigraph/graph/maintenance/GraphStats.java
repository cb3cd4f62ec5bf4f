package io.omnigraph.graph.maintenance;

import java.util.List;

/**
 * What a graph consists of.
 *
 * @param commits that branches and tags lead to
 * @param cacheBytes what this process keeps of stored rows in memory, of all its graphs
 */
public record GraphStats(
    String uri,
    String branch,
    long manifestVersion,
    List<TableStats> tables,
    long commits,
    long branches,
    long tags,
    long bytes,
    long cacheBytes) {

  public GraphStats {
    tables = List.copyOf(tables);
  }

  /**
   * A table at the head of a branch.
   *
   * @param bytes of the files that the head needs
   * @param storedBytes of all its files, those of older versions and of crashed writes included
   */
  public record TableStats(
      String tableKey,
      long rows,
      long deadRows,
      int fragments,
      List<String> indexes,
      long bytes,
      long storedBytes) {

    public TableStats {
      indexes = List.copyOf(indexes);
    }
  }
}
