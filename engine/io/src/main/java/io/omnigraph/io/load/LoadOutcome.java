package io.omnigraph.io.load;

import io.omnigraph.graph.failure.GraphFailure;
import io.omnigraph.graph.failure.StaleTable;
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
   * @param membersIgnored how many members of records mean nothing to the schema
   */
  record Loaded(SortedMap<String, Long> rows, boolean branchCreated, long membersIgnored)
      implements LoadOutcome {

    public Loaded {
      rows = Collections.unmodifiableSortedMap(new TreeMap<>(rows));
    }
  }

  /** It is not known to be loaded. */
  sealed interface NotLoaded extends LoadOutcome {

    /** Why not. */
    GraphFailure failure();
  }

  /** The data breaks a rule. Nothing was written. */
  record Rejected(LoadProblems problems) implements NotLoaded {

    @Override
    public GraphFailure failure() {
      return new GraphFailure.Rejected(problems.message());
    }
  }

  /**
   * Other writers kept getting there first. Nothing was written; trying again is safe.
   *
   * @param stale the table that moved; absent when no single one is to blame
   */
  record Conflict(String reason, @Nullable StaleTable stale) implements NotLoaded {

    @Override
    public GraphFailure failure() {
      return new GraphFailure.Conflict(reason, stale);
    }
  }

  /** The store's answer was lost: everything may be durable and visible, or nothing. */
  record Unknown(GraphFailure.UnknownOutcome failure) implements NotLoaded {}
}
