package io.omnigraph.graph.maintenance;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an optimize has done. */
public record OptimizeReport(String uri, List<TableOptimization> tables) {

  public OptimizeReport {
    tables = List.copyOf(tables);
  }

  /**
   * A table.
   *
   * @param committed whether there was anything to do
   * @param skipped why a table with something to do was left alone; absent when it was not
   * @param manifestVersion the table's version in the graph, where it was skipped
   * @param lanceHeadVersion its version on disk, where it was skipped
   */
  @JsonInclude
  public record TableOptimization(
      String tableKey,
      long fragmentsRemoved,
      long fragmentsAdded,
      boolean committed,
      @Nullable String skipped,
      @Nullable Long manifestVersion,
      @Nullable Long lanceHeadVersion) {}
}
