package io.omnigraph.graph.embed;

/** Brings vectors to the length 1. */
final class UnitLength {

  private static final float SHORTEST = 1.1920929e-7f;

  private UnitLength() {}

  /** The vector, which is changed, divided by its length, unless that is next to nothing. */
  static float[] of(float[] vector) {
    double squares = 0;
    for (float component : vector) {
      squares += (double) component * component;
    }
    float length = (float) Math.sqrt(squares);
    if (length > SHORTEST) {
      for (int i = 0; i < vector.length; i++) {
        vector[i] /= length;
      }
    }
    return vector;
  }
}
