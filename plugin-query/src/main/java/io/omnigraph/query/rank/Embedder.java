package io.omnigraph.query.rank;

/** Turns the text of a query into a vector. */
@FunctionalInterface
public interface Embedder {

  /**
   * The vector of a text, with the length 1.
   *
   * @throws io.omnigraph.query.result.QueryRejected when no provider is set up
   */
  float[] embed(String text, int dimension);
}
