package io.omnigraph.graph.embed;

import io.omnigraph.graph.failure.GraphFailure;
import io.omnigraph.graph.failure.GraphFailureException;
import io.omnigraph.ground.Quantity;

/** Nobody is set up to make vectors. The message names the variable to set. */
public final class NoEmbedderException extends GraphFailureException {

  private static final long serialVersionUID = 1L;

  /** A missing or wrong setting. */
  public NoEmbedderException(String message) {
    super(message, null);
  }

  @Override
  public GraphFailure failure() {
    return new GraphFailure.Rejected(String.valueOf(getMessage()));
  }

  /** An embedder for a provider that lacks a key. */
  static Embedder withoutKey(String variable) {
    return (_, dimension, _) -> {
      throw new NoEmbedderException(
          "a text must be embedded, but `%s` is not set; set it, or give %s instead"
              .formatted(variable, Quantity.of(dimension, "number")));
    };
  }
}
