package io.omnigraph.graph.embed;

import com.fasterxml.jackson.databind.JsonNode;
import io.omnigraph.ground.Quantity;
import io.omnigraph.values.Reading;
import io.omnigraph.values.Scalar;

/** A vector as providers give it: a JSON array of numbers. */
final class ProvidedVector {

  private ProvidedVector() {}

  /** The vector, brought to the length 1. */
  static float[] read(JsonNode values, int dimension) {
    if (values.size() != dimension) {
      throw new EmbeddingException(
          "the embedding provider answered with a vector of %s, not %d"
              .formatted(Quantity.of(values.size(), "value"), dimension));
    }
    float[] vector = new float[dimension];
    for (int i = 0; i < dimension; i++) {
      if (Scalar.F32.read(values.get(i)) instanceof Reading.Value(Double number)) {
        vector[i] = number.floatValue();
      } else {
        throw new EmbeddingException(
            "the embedding provider answered with `%s` for a number".formatted(values.get(i)));
      }
    }
    return UnitLength.of(vector);
  }
}
