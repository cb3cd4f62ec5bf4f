package io.omnigraph.graph.embed;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Makes vectors out of nothing but the text's bytes, the same ones wherever it runs
 * (docs/reference/graph-engine.md §12.2): an FNV-1a hash seeds an xorshift generator.
 */
public final class MockEmbedder implements Embedder {

  private static final long FNV_OFFSET = 0xcbf29ce484222325L;
  private static final long FNV_PRIME = 1099511628211L;
  private static final double LARGEST_UNSIGNED = 0x1p64;

  @Override
  public List<float[]> embed(List<String> texts, int dimension, Purpose purpose) {
    return texts.stream().map(text -> vector(text, dimension)).toList();
  }

  private static float[] vector(String text, int dimension) {
    long seed = FNV_OFFSET;
    for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
      seed = (seed ^ (octet & 0xff)) * FNV_PRIME;
    }
    float[] vector = new float[dimension];
    for (int i = 0; i < dimension; i++) {
      seed ^= seed << 13;
      seed ^= seed >>> 7;
      seed ^= seed << 17;
      vector[i] = (float) (unsigned(seed) / LARGEST_UNSIGNED) * 2 - 1;
    }
    return UnitLength.of(vector);
  }

  private static double unsigned(long bits) {
    return bits >= 0 ? bits : ((bits >>> 1) | (bits & 1)) * 2.0;
  }
}
