package io.omnigraph.graph;

/** There is no branch or commit of a name. The message says which. */
public final class NoSuchTargetException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** A missing branch or commit. */
  public NoSuchTargetException(String message) {
    super(message);
  }
}
