package io.omnigraph.store.commit;

import io.omnigraph.graph.failure.UnknownOutcomeException;
import io.omnigraph.ground.storage.StorageException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Finds out whether a branch was moved when the store's answer was lost. Asking for the same swap
 * again is safe, because it happens once at most: what a swap expects never comes back. When it
 * says that the branch has moved, the history tells whether that was the swap in question.
 */
final class Landing {

  private static final int ATTEMPTS = 3;

  private final GraphStore store;

  Landing(GraphStore store) {
    this.store = store;
  }

  /**
   * Whether a branch came to point to a commit.
   *
   * @param swap moves it, and says whether it did
   * @throws UnknownOutcomeException when the store does not say so, however often it is asked
   */
  boolean of(String branch, CommitRecord to, BooleanSupplier swap) {
    UncheckedIOException lost;
    try {
      return swap.getAsBoolean();
    } catch (UncheckedIOException e) {
      if (e instanceof StorageException known && known.effect() == StorageException.Effect.NONE) {
        throw e;
      }
      lost = e;
    }
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      try {
        return swap.getAsBoolean() || isInHistory(branch, to);
      } catch (UncheckedIOException e) {
        lost.addSuppressed(e);
      }
    }
    throw new UnknownOutcomeException(branch, to.id(), lost);
  }

  /** Whether others have moved a branch on from a commit, or left it there. */
  private boolean isInHistory(String branch, CommitRecord commit) {
    Optional<Head> head = store.head(branch);
    Optional<CommitRecord> at = head.map(Head::commit);
    if (at.filter(now -> now.id().equals(commit.id())).isPresent()) {
      // Moved there once more, because what was lost may have been the word that it is on the disk.
      store.rewrite(head.get(), commit);
    }
    while (at.isPresent() && at.get().version() > commit.version()) {
      at = Optional.ofNullable(at.get().parent()).flatMap(store::commit);
    }
    return at.map(CommitRecord::id).filter(commit.id()::equals).isPresent();
  }
}
