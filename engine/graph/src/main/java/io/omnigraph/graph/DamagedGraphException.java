package io.omnigraph.graph;

/** Something that a graph's own files say must be there is not, or cannot be read. */
public final class DamagedGraphException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Damage without a cause of its own. */
  public DamagedGraphException(String message) {
    super(message);
  }

  /** Damage with its cause. */
  public DamagedGraphException(String message, Throwable cause) {
    super(message, cause);
  }
}
