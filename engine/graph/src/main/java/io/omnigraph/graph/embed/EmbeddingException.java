package io.omnigraph.graph.embed;

/** The provider did not make the vectors. The message is one sentence and holds no key. */
public final class EmbeddingException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** The provider answered something that is of no use. */
  public EmbeddingException(String message) {
    super(message);
  }

  /** The provider could not be asked. */
  public EmbeddingException(String message, Throwable cause) {
    super(message, cause);
  }
}
