package io.omnigraph.graph.write;

import io.omnigraph.graph.commit.Commit;
import io.omnigraph.graph.failure.GraphFailure;
import io.omnigraph.graph.failure.StaleTable;
import org.jspecify.annotations.Nullable;

/**
 * What became of a write.
 *
 * @param <R> what the work returns
 */
public sealed interface WriteOutcome<R> {

  /** It is durable and visible. */
  record Committed<R>(R result, Commit commit) implements WriteOutcome<R> {}

  /** The work changed nothing; there is no commit. */
  record Unchanged<R>(R result) implements WriteOutcome<R> {}

  /**
   * Other writers kept getting there first, or what was read is no longer so. Nothing was written;
   * trying again is safe.
   *
   * @param stale the table that moved; absent when no single one is to blame
   */
  record Conflict<R>(String reason, @Nullable StaleTable stale) implements WriteOutcome<R> {

    /** The same for whoever asked. */
    public GraphFailure failure() {
      return new GraphFailure.Conflict(reason, stale);
    }
  }

  /**
   * The store's answer was lost. The write may be complete, or become so; nothing of it was taken
   * back. It is in the history of the branch if it is, under the id that the failure names.
   */
  record Unknown<R>(GraphFailure.UnknownOutcome failure) implements WriteOutcome<R> {}
}
