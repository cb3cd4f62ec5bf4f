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
  void check(@Nullable String actor, Write write);

  /**
   * What is about to be done.
   *
   * @param action such as {@code change} or {@code branch_merge}
   * @param branch that is written, or that something is taken from; absent when none is
   * @param targetBranch that is created, removed or merged into; absent when none is
   */
  record Write(String action, @Nullable String branch, @Nullable String targetBranch) {

    /** Rows of a branch change. */
    public static Write change(String branch) {
      return new Write("change", branch, null);
    }

    /**
     * A branch comes to be.
     *
     * @param source the branch it starts at; absent when it starts at the current state
     */
    public static Write branchCreate(@Nullable String source, String branch) {
      return new Write("branch_create", source, branch);
    }

    /** A branch goes. */
    public static Write branchDelete(String branch) {
      return new Write("branch_delete", null, branch);
    }

    /** A branch is merged into another one. */
    public static Write branchMerge(String source, String target) {
      return new Write("branch_merge", source, target);
    }

    /** The schema changes. */
    public static Write schemaApply() {
      return new Write("schema_apply", null, "main");
    }
  }
}
