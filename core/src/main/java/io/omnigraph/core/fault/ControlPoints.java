package io.omnigraph.core.fault;

/**
 * The fault points of the control plane. Each stands directly before or after one durable step;
 * what a name says happened before is on disk when the point is reached.
 */
public final class ControlPoints {

  /** The lock file was written; nothing else was done yet. */
  public static final String LOCK_TAKEN = "cluster.lock_taken";

  /** Everything is done; the lock file is about to be removed. */
  public static final String BEFORE_UNLOCK = "cluster.before_unlock";

  /** A sidecar is about to be written for the first time. */
  public static final String BEFORE_SIDECAR = "cluster_apply.before_sidecar";

  /** A fenced operation is done; its sidecar does not say so yet. */
  public static final String BEFORE_SIDECAR_REWRITE = "cluster_apply.before_sidecar_rewrite";

  /** One payload was written; others may follow. */
  public static final String AFTER_PAYLOAD = "cluster_apply.after_payload";

  /** All payloads were written. */
  public static final String AFTER_PAYLOAD_PHASE = "cluster_apply.after_payload_phase";

  /** One sidecar was removed; others may follow. */
  public static final String AFTER_SIDECAR_REMOVED = "cluster.after_sidecar_removed";

  /** All sidecars were removed; no approval file was rewritten yet. */
  public static final String AFTER_SIDECARS_REMOVED = "cluster.after_sidecars_removed";

  /** One approval file was rewritten as consumed; others may follow. */
  public static final String AFTER_APPROVAL_CONSUMED = "cluster.after_approval_consumed";

  /** An approval is about to be written. */
  public static final String BEFORE_APPROVAL = "cluster_approve.before_artifact";

  /** An approval was written. */
  public static final String AFTER_APPROVAL = "cluster_approve.after_artifact";

  /** The bytes of a broken ledger were kept; the new ledger was not written yet. */
  public static final String AFTER_BROKEN_LEDGER_KEPT = "cluster_import.after_broken_state_kept";

  private ControlPoints() {}

  /** A fenced operation's sidecar was written; the operation has not begun. */
  public static String beforeOperation(String operation) {
    return "cluster_apply.before_" + operation;
  }

  /** A fenced operation is done, and its sidecar says so. */
  public static String afterOperation(String operation) {
    return "cluster_apply.after_" + operation;
  }

  /** A command is about to replace the ledger. */
  public static String beforeLedgerWrite(String command) {
    return "cluster_" + command + ".before_state_write";
  }

  /** A command has replaced the ledger; nothing was cleaned up yet. */
  public static String afterLedgerWrite(String command) {
    return "cluster_" + command + ".after_state_write";
  }
}
