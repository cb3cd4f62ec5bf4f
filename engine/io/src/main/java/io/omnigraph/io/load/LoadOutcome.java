package io.omnigraph.io.load;

import io.omnigraph.graph.write.StaleTable;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What became of a load. */
public sealed interface LoadOutcome {

  /**
   * Everything is durable and visible; an input without records changed nothing.
   *
   * @param rows the number of records by table, such as {@code node:Port}; only tables with records
   * @param branchCreated whether the branch was created for the load
   */
  record Loaded(SortedMap<String, Long> rows, boolean branchCreated) implements LoadOutcome {

    public Loaded {
      rows = Collections.unmodifiableSortedMap(new TreeMap<>(rows));
    }
  }

  /** The data breaks a rule. Nothing was written. */
  record Rejected(LoadProblems problems) implements LoadOutcome {}

  /**
   * Other writers kept getting there first. Nothing was written; trying again is safe.
   *
   * @param stale the table that moved; absent when no single one is to blame
   */
  record Conflict(String reason, @Nullable StaleTable stale) implements LoadOutcome {}
}
