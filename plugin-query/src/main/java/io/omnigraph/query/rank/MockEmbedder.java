package io.omnigraph.query.rank;

import java.nio.charset.StandardCharsets;

/**
 * Makes vectors out of nothing but the text's bytes, the same ones wherever it runs (section 8.4):
 * an FNV-1a hash seeds an xorshift generator.
 */
public final class MockEmbedder implements Embedder {

  private static final long FNV_OFFSET = 0xcbf29ce484222325L;
  private static final long FNV_PRIME = 1099511628211L;
  private static final float MIN_LENGTH = 1.1920929e-7f;
  private static final float TWO_TO_64 = 0x1p64f;

  @Override
  public float[] embed(String text, int dimension) {
    long seed = FNV_OFFSET;
    for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
      seed = (seed ^ (octet & 0xff)) * FNV_PRIME;
    }
    float[] vector = new float[dimension];
    for (int i = 0; i < dimension; i++) {
      seed ^= seed << 13;
      seed ^= seed >>> 7;
      seed ^= seed << 17;
      vector[i] = (float) (unsigned(seed) / TWO_TO_64) * 2 - 1;
    }
    return normalised(vector);
  }

  /** The vector divided by its length, unless that is next to nothing. */
  static float[] normalised(float[] vector) {
    double squares = 0;
    for (float component : vector) {
      squares += (double) component * component;
    }
    float length = (float) Math.sqrt(squares);
    if (length > MIN_LENGTH) {
      for (int i = 0; i < vector.length; i++) {
        vector[i] /= length;
      }
    }
    return vector;
  }

  private static double unsigned(long bits) {
    return bits >= 0 ? bits : ((bits >>> 1) | (bits & 1)) * 2.0;
  }
}
