package io.omnigraph.ground.access;

import org.jspecify.annotations.Nullable;

/**
 * What is about to be done, as whoever decides is asked for it.
 *
 * @param branch that is read or written, or that something is taken from; absent when none is
 * @param targetBranch that is created, removed or merged into; absent when none is
 */
public record Deed(Action action, @Nullable String branch, @Nullable String targetBranch) {

  /** Something that is done to no branch. */
  public static Deed of(Action action) {
    return new Deed(action, null, null);
  }

  /** Something that is done to a branch. */
  public static Deed on(Action action, String branch) {
    return new Deed(action, branch, null);
  }

  /** Rows of a branch change. */
  public static Deed change(String branch) {
    return on(Action.CHANGE, branch);
  }

  /**
   * A branch comes to be.
   *
   * @param source the branch it starts at; absent when it starts at the current state
   */
  public static Deed branchCreate(@Nullable String source, String branch) {
    return new Deed(Action.BRANCH_CREATE, source, branch);
  }

  /** A branch goes. */
  public static Deed branchDelete(String branch) {
    return new Deed(Action.BRANCH_DELETE, null, branch);
  }

  /** A branch is merged into another one. */
  public static Deed branchMerge(String source, String target) {
    return new Deed(Action.BRANCH_MERGE, source, target);
  }

  /** The schema changes. */
  public static Deed schemaApply() {
    return new Deed(Action.SCHEMA_APPLY, null, "main");
  }
}
