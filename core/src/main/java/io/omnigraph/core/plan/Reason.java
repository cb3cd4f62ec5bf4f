package io.omnigraph.core.plan;

/** The reasons that a plan gives for changes that it holds back (specification section 13.3). */
public final class Reason {

  /** A person has to approve it first. */
  public static final String APPROVAL_REQUIRED = "approval_required";

  /** An earlier operation on the resource was interrupted and is not settled yet. */
  public static final String RECOVERY_PENDING = "cluster_recovery_pending";

  /** Something that it needs is held back, or failed. */
  public static final String DEPENDENCY_NOT_APPLIED = "dependency_not_applied";

  /** No installed kind can do it, or not on its own. */
  public static final String UNSUPPORTED_KIND = "apply_unsupported_kind";

  /** The command was asked to stop before it was the turn of the change. */
  public static final String INTERRUPTED = "interrupted";

  private Reason() {}
}
