package io.omnigraph.ground.access;

import org.jspecify.annotations.Nullable;

/**
 * Asked before every write to a graph, before anything is locked, read or written
 * (docs/reference/policy.md §8.4). Reads, exports and maintenance do not pass it. Safe for use by
 * many threads.
 */
@FunctionalInterface
public interface WriteGate {

  /** The gate of a graph without rules: everybody may do everything, named or not. */
  WriteGate OPEN = (_, _) -> {};

  /**
   * Returns when the actor may write.
   *
   * @param actor absent when nobody is named
   * @throws AccessDeniedException when not
   */
  void check(@Nullable String actor, Deed deed);
}
