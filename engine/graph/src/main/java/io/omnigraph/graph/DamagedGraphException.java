package io.omnigraph.graph;

import io.omnigraph.graph.failure.GraphFailure;
import io.omnigraph.graph.failure.GraphFailureException;

/**
 * Something that a graph's own files say must be there is not, or cannot be read. The message names
 * files relative to the graph's root.
 */
public final class DamagedGraphException extends GraphFailureException {

  private static final long serialVersionUID = 1L;

  /** Damage without a cause of its own. */
  public DamagedGraphException(String message) {
    super(message, null);
  }

  /** Damage with its cause. */
  public DamagedGraphException(String message, Throwable cause) {
    super(message, cause);
  }

  @Override
  public GraphFailure failure() {
    return new GraphFailure.Damaged(String.valueOf(getMessage()));
  }
}
