package io.omnigraph.graph;

import io.omnigraph.graph.failure.GraphFailure;
import io.omnigraph.graph.failure.GraphFailure.Thing;
import io.omnigraph.graph.failure.GraphFailureException;
import org.jspecify.annotations.Nullable;

/** A root cannot be opened or created as a graph. The message says why, and the way out. */
public final class GraphException extends GraphFailureException {

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
    this(reason, message, null);
  }

  /** A failure with its cause. */
  public GraphException(Reason reason, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.reason = reason;
  }

  /** What is wrong. */
  public Reason reason() {
    return reason;
  }

  /** Says what is wrong without the root, which the message names. */
  @Override
  public GraphFailure failure() {
    return switch (reason) {
      case MISSING -> new GraphFailure.NotFound(Thing.GRAPH, "there is no graph at its root");
      case EXISTS -> new GraphFailure.Conflict("a graph is at the root already");
      case UNREADABLE ->
          new GraphFailure.Damaged("the graph is damaged or was written by another program");
    };
  }
}
