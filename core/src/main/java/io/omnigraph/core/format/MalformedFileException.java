package io.omnigraph.core.format;

/** A file does not have its form; the message says what is wrong with it, in one sentence. */
public final class MalformedFileException extends Exception {

  private static final long serialVersionUID = 1L;

  /** What is wrong. */
  public MalformedFileException(String message) {
    super(message);
  }

  /** What is wrong, as another reader found it. */
  public MalformedFileException(String message, Throwable cause) {
    super(message, cause);
  }
}
