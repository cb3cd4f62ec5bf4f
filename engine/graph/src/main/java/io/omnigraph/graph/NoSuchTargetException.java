package io.omnigraph.graph;

import io.omnigraph.graph.failure.GraphFailure;
import io.omnigraph.graph.failure.GraphFailure.Thing;
import io.omnigraph.graph.failure.GraphFailureException;

/** There is no branch, commit or tag of a name, or its rows are gone. The message says which. */
public final class NoSuchTargetException extends GraphFailureException {

  private static final long serialVersionUID = 1L;

  private final Thing thing;

  /** Something that is missing. */
  public NoSuchTargetException(Thing thing, String message) {
    super(message, null);
    this.thing = thing;
  }

  @Override
  public GraphFailure failure() {
    return new GraphFailure.NotFound(thing, String.valueOf(getMessage()));
  }
}
