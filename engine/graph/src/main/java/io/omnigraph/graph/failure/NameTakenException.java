package io.omnigraph.graph.failure;

/** Something new cannot have a name on account of what is there; nothing has changed. */
public final class NameTakenException extends GraphFailureException {

  private static final long serialVersionUID = 1L;

  /**
   * A name that is taken.
   *
   * @param message names both, and no path of the machine
   */
  public NameTakenException(String message) {
    super(message, null);
  }

  @Override
  public GraphFailure failure() {
    return new GraphFailure.Conflict(String.valueOf(getMessage()));
  }
}
