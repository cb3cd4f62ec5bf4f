package io.omnigraph.core.plan;

import java.util.Locale;

/** Why a change is held back (docs/reference/cluster.md §13.3), or was not carried out. */
public sealed interface Reason {

  /** The word in reports, and in conditions of the ledger: {@code approval_required}. */
  String word();

  /** The same for people. */
  String message();

  /** Why a plan holds a change back. */
  enum Held implements Reason {
    /** A person has to approve it first. */
    APPROVAL_REQUIRED("approval_required", "waiting for an approval"),
    /** An earlier operation on the resource was interrupted and is not settled yet. */
    RECOVERY_PENDING("cluster_recovery_pending", "an interrupted operation is not settled"),
    /** Something that it needs is held back, or failed. */
    DEPENDENCY_NOT_APPLIED("dependency_not_applied", "waiting on an unapplied dependency"),
    /** No installed kind can do it, or not on its own. */
    UNSUPPORTED_KIND("apply_unsupported_kind", "no installed kind can do it"),
    /** The command was asked to stop before it was the turn of the change. */
    INTERRUPTED("interrupted", "the command was asked to stop before it was done");

    private final String word;
    private final String message;

    Held(String word, String message) {
      this.word = word;
      this.message = message;
    }

    @Override
    public String word() {
      return word;
    }

    @Override
    public String message() {
      return message;
    }
  }

  /** Why a declared file was not taken. The word is also the code of the finding. */
  enum Source implements Reason {
    /** It is not what the plan was made with. */
    RESOURCE_CONTENT_CHANGED("the declared file was edited while it was applied"),
    /** It could not be published. */
    RESOURCE_PAYLOAD_WRITE_ERROR("the declared file could not be published");

    private final String message;

    Source(String message) {
      this.message = message;
    }

    @Override
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String message() {
      return message;
    }
  }

  /**
   * An operation failed.
   *
   * @param operation its name, which its kind has given it
   */
  record Failed(String operation) implements Reason {

    @Override
    public String word() {
      return operation + "_failed";
    }

    @Override
    public String message() {
      return "the last attempt did not succeed";
    }
  }
}
