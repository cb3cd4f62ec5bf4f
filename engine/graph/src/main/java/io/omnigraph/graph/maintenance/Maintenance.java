package io.omnigraph.graph.maintenance;

import io.omnigraph.graph.snapshot.ReadTarget;

/**
 * The upkeep of one open graph. Everything works beside readers and writers of this and other
 * processes.
 */
public interface Maintenance {

  /** Counts what a branch consists of. */
  GraphStats stats(ReadTarget.Branch branch);

  /**
   * Joins small fragments, rewrites fragments with many deleted rows, and builds the indexes that
   * pay, on {@code main}. Rows stay as they are; older commits are read as before.
   */
  OptimizeReport optimize();

  /** What {@link #cleanup} would remove now. */
  CleanupReport previewCleanup(CleanupRequest request);

  /**
   * Removes states that are no longer wanted, and files that no commit needs. What a head, a tag, a
   * snapshot of this process or a later merge of two branches needs stays.
   */
  CleanupReport cleanup(CleanupRequest request);

  /** Looks at every file that a kept commit needs, and mends what the mode allows. */
  RepairReport repair(RepairMode mode);
}
