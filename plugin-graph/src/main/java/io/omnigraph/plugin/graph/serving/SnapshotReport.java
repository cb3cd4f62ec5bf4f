package io.omnigraph.plugin.graph.serving;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.omnigraph.graph.snapshot.Snapshot;
import io.omnigraph.graph.snapshot.TableState;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The head of a branch, with all tables by key (docs/reference/graph-engine.md §4.3). */
public record SnapshotReport(String branch, long manifestVersion, List<TableReport> tables) {

  public SnapshotReport {
    tables = List.copyOf(tables);
  }

  /** What is to be said of a snapshot. */
  public static SnapshotReport of(String branch, Snapshot snapshot) {
    return new SnapshotReport(
        branch,
        snapshot.commit().version(),
        snapshot.tables().stream()
            .sorted(Comparator.comparing(TableState::key))
            .map(TableReport::of)
            .toList());
  }

  /**
   * A table.
   *
   * @param tableBranch absent for {@code main}
   */
  @JsonInclude
  public record TableReport(
      String tableKey,
      String tablePath,
      long tableVersion,
      @Nullable String tableBranch,
      long rowCount) {

    private static TableReport of(TableState table) {
      return new TableReport(
          table.key(), table.path(), table.version(), table.branch(), table.rows());
    }
  }
}
