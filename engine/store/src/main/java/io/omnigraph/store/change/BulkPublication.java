package io.omnigraph.store.change;

import io.omnigraph.graph.write.WriteOutcome;
import io.omnigraph.graph.write.WriteRequest;
import io.omnigraph.store.commit.Head;
import java.util.Optional;

/**
 * Makes a bulk write visible whose rows are on disk. When others have changed its tables meanwhile,
 * the rows stay where they are and the write is put on top of what others did. Used by whoever has
 * the turn.
 *
 * @param <R> what the work returned
 */
public final class BulkPublication<R> {

  private final Publisher publisher;
  private final BulkWorkspace work;
  private final Head start;
  private final WriteRequest request;
  private final R result;
  private PreparedChange prepared;

  /**
   * A publication.
   *
   * @param start that the work began with
   */
  public BulkPublication(
      Publisher publisher, BulkWorkspace work, Head start, WriteRequest request, R result) {
    this.publisher = publisher;
    this.work = work;
    this.start = start;
    this.request = request;
    this.result = result;
    this.prepared = publisher.prepare(start, work);
  }

  /**
   * Publishes.
   *
   * @param head where the branch points now
   * @return empty when somebody has moved the branch in this moment
   */
  public Optional<WriteOutcome<R>> onto(Head head) {
    Optional<WriteOutcome.Conflict<R>> conflict = work.conflictWith(head.commit());
    if (conflict.isPresent() && !isRebasedOnto(head)) {
      return Optional.of(conflict.get());
    }
    if (!publisher.stands(start, head, prepared.entries())) {
      return Optional.of(
          new WriteOutcome.Conflict<>(
              "a cleanup removed rows that were written before its grace period; try again", null));
    }
    return publisher
        .publish(head, prepared, request)
        .map(commit -> new WriteOutcome.Committed<>(result, commit.toCommit()));
  }

  /** Reads what others have changed, which a cleanup may take away meanwhile. */
  private boolean isRebasedOnto(Head head) {
    try {
      if (!work.rebaseOnto(head.commit())) {
        return false;
      }
      prepared = publisher.prepare(head, work);
      return true;
    } catch (RuntimeException e) {
      if (publisher.isGivenUp(start.commit()) || publisher.isGivenUp(head.commit())) {
        return false;
      }
      throw e;
    }
  }
}
