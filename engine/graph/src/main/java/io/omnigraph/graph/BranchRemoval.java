package io.omnigraph.graph;

import java.util.List;

/** What became of the removal of a branch. */
public sealed interface BranchRemoval {

  /** It is gone, and its name is free. */
  record Removed() implements BranchRemoval {}

  /**
   * It is still there, because others need it.
   *
   * @param dependants the branches that were created from it
   */
  record Needed(List<String> dependants) implements BranchRemoval {

    public Needed {
      dependants = List.copyOf(dependants);
    }
  }

  /** It is still there, because others kept moving it; trying again is safe. */
  record Moved(String reason) implements BranchRemoval {}
}
