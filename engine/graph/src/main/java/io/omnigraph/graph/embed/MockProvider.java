package io.omnigraph.graph.embed;

import java.util.Map;

/** Vectors that need no network; for tests and trials. */
public final class MockProvider implements EmbeddingProvider {

  /** Made by the service loader. */
  public MockProvider() {}

  @Override
  public String name() {
    return "mock";
  }

  @Override
  public Embedder embedder(Map<String, String> environment) {
    return new MockEmbedder();
  }
}
