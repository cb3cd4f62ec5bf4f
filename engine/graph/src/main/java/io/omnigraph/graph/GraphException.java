package io.omnigraph.graph;

/** A root cannot be opened or created as a graph. The message says why, and the way out. */
public final class GraphException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** What is wrong. */
  public enum Reason {
    /** Nothing is at the root. */
    MISSING,
    /** A graph is at the root already. */
    EXISTS,
    /** Something is at the root that is not a graph of this program, or is damaged. */
    UNREADABLE
  }

  private final Reason reason;

  /** A failure without a cause of its own. */
  public GraphException(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  /** A failure with its cause. */
  public GraphException(Reason reason, String message, Throwable cause) {
    super(message, cause);
    this.reason = reason;
  }

  /** What is wrong. */
  public Reason reason() {
    return reason;
  }
}
