package io.omnigraph.graph.embed;

import java.util.Map;

/**
 * A source of vectors. Found by the service loader; {@code OMNIGRAPH_EMBED_PROVIDER} chooses one by
 * its name. An implementation is stateless, reads no more of the environment than it needs, and
 * neither connects to anything nor fails when it is only asked for an embedder: what is missing is
 * told by the embedder's first use. New methods will have defaults.
 */
public interface EmbeddingProvider {

  /** The name, in lower case. */
  String name();

  /**
   * An embedder with the settings of some environment variables.
   *
   * @param environment the variables by name
   */
  Embedder embedder(Map<String, String> environment);
}
