package io.omnigraph.graph.write;

import io.omnigraph.graph.failure.GraphFailure;
import io.omnigraph.graph.failure.GraphFailureException;

/**
 * A write breaks a rule of the schema. Nothing of its transaction becomes visible. The message
 * names the type, the row and the rule, with fragments that clients look for.
 */
public final class WriteRejected extends GraphFailureException {

  private static final long serialVersionUID = 1L;

  /** A rejected write. */
  public WriteRejected(String message) {
    super(message, null);
  }

  @Override
  public GraphFailure failure() {
    return new GraphFailure.Rejected(String.valueOf(getMessage()));
  }
}
