package io.omnigraph.graph.live;

/** A graph's schema cannot be opened, or not be read or changed any more. */
public final class LiveSchemaException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final boolean missing;

  private LiveSchemaException(String message, boolean missing, Throwable cause) {
    super(message, cause);
    this.missing = missing;
  }

  private LiveSchemaException(String message) {
    super(message);
    this.missing = true;
  }

  /** There is nothing at the root. */
  public static LiveSchemaException missing(String message) {
    return new LiveSchemaException(message);
  }

  /** There is nothing at the root, as the engine says. */
  public static LiveSchemaException missing(String message, Throwable cause) {
    return new LiveSchemaException(message, true, cause);
  }

  /** Something is at the root that cannot be opened as a graph. */
  public static LiveSchemaException unreadable(String message, Throwable cause) {
    return new LiveSchemaException(message, false, cause);
  }

  /** Whether there is nothing at the root. */
  public boolean isMissing() {
    return missing;
  }
}
