package io.omnigraph.graph.embed;

import java.util.List;

/** Turns texts into vectors. Safe for use by many threads. */
@FunctionalInterface
public interface Embedder {

  /**
   * The vectors of some texts, in their order, each with the length 1.
   *
   * @throws NoEmbedderException when nobody is set up to make them; this does not depend on the
   *     texts
   * @throws EmbeddingException when the provider does not make them
   * @throws java.util.concurrent.CancellationException when the thread is interrupted
   */
  List<float[]> embed(List<String> texts, int dimension, Purpose purpose);

  /** The vector of a text to look for. */
  default float[] embedQuery(String text, int dimension) {
    return embed(List.of(text), dimension, Purpose.QUERY).getFirst();
  }

  /** What a vector is made for; some providers make different ones. */
  enum Purpose {
    /** To look for stored vectors near to it. */
    QUERY,
    /** To be stored and found. */
    DOCUMENT
  }
}
