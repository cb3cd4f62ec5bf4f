package io.omnigraph.graph.embed;

import io.omnigraph.graph.failure.GraphFailure;
import io.omnigraph.graph.failure.GraphFailureException;

/** The provider did not make the vectors. The message is one sentence and holds no key. */
public final class EmbeddingException extends GraphFailureException {

  private static final long serialVersionUID = 1L;

  /** The provider answered something that is of no use. */
  public EmbeddingException(String message) {
    super(message, null);
  }

  /** The provider could not be asked. */
  public EmbeddingException(String message, Throwable cause) {
    super(message, cause);
  }

  @Override
  public GraphFailure failure() {
    return new GraphFailure.Unavailable(
        GraphFailure.Service.EMBEDDING, String.valueOf(getMessage()));
  }
}
