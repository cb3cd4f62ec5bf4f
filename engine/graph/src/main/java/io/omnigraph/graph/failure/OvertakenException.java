package io.omnigraph.graph.failure;

/** Others came in between every time; nothing has changed, and trying again is safe. */
public final class OvertakenException extends GraphFailureException {

  private static final long serialVersionUID = 1L;

  /**
   * Lost against others.
   *
   * @param message names what could not be done, and no path of the machine
   */
  public OvertakenException(String message) {
    super(message, null);
  }

  @Override
  public GraphFailure failure() {
    return new GraphFailure.Conflict(String.valueOf(getMessage()));
  }
}
