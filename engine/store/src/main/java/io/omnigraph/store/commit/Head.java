package io.omnigraph.store.commit;

import io.omnigraph.ground.storage.StoredObject;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where a branch points, as it was read.
 *
 * @param ref the very content that was read, for the swap
 * @param mark of the branch; absent when no cleanup has ever met it
 */
public record Head(String branch, StoredObject ref, @Nullable String mark, CommitRecord commit) {

  /**
   * Whether no cleanup has begun to remove anything since another reading of the branch. Files that
   * were written after that reading are then out of the reach of every cleanup.
   */
  public boolean isUndisturbedSince(Head earlier) {
    return Objects.equals(mark, earlier.mark);
  }
}
