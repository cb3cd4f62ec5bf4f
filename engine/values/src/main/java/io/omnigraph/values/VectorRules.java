package io.omnigraph.values;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Vectors: a fixed number of 32-bit floats, each of them finite and read as an {@code F32} is. */
final class VectorRules extends ScalarRules {

  VectorRules() {
    super("Vector", ColumnForm.FLOATS);
  }

  @Override
  boolean isOrdered() {
    return false;
  }

  @Override
  Optional<String> shape() {
    return Optional.of("vector");
  }

  @Override
  String parameterKind() {
    return "vector";
  }

  @Override
  Reading read(JsonNode json) {
    if (!json.isArray()) {
      return Reading.wrongKind("expects Vector");
    }
    float[] vector = new float[json.size()];
    for (int i = 0; i < vector.length; i++) {
      if (!(Scalar.F32.read(json.get(i)) instanceof Reading.Value(Double element))) {
        return Reading.noSuchValue("vector element " + i + " is not a finite 32-bit number", "");
      }
      vector[i] = element.floatValue();
    }
    return Reading.of(vector);
  }

  @Override
  Reading parameter(JsonNode json) {
    return read(json);
  }

  @Override
  Reading parse(String text) {
    return Reading.noSuchValue("a vector is not written as text", "");
  }

  @Override
  boolean accepts(Object value) {
    return value instanceof float[];
  }

  /** A list of the numbers; what is not finite, as JSON has no such number, is null. */
  @Override
  Object json(Object value) {
    List<@Nullable Object> elements = new ArrayList<>();
    for (float element : (float[]) value) {
      elements.add(Float.isFinite(element) ? Scalar.F32.json((double) element) : null);
    }
    return Collections.unmodifiableList(elements);
  }

  @Override
  Object stored(Object value) {
    return ((float[]) value).clone();
  }

  @Override
  int compare(Object left, Object right) {
    return Arrays.compare((float[]) left, (float[]) right);
  }
}
