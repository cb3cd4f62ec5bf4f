package io.omnigraph.query.parameter;

import com.fasterxml.jackson.databind.JsonNode;
import io.omnigraph.ground.Quantity;
import io.omnigraph.ground.json.Json;
import io.omnigraph.ground.source.DidYouMean;
import io.omnigraph.values.PropertyType;
import io.omnigraph.values.Reading;
import io.omnigraph.values.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Binds the parameters of a query to JSON (docs/reference/query-language.md §6). */
public final class ParameterBinder {

  private ParameterBinder() {}

  /** What binding came to. */
  public sealed interface Binding {

    /** Every parameter has a value that it can have. */
    record Bound(Parameters parameters) implements Binding {}

    /** The values cannot be used; the message names the parameter. */
    record Rejected(String message) implements Binding {}
  }

  /**
   * Binds parameters.
   *
   * @param declared the query's parameters
   * @param given an object with a value by parameter name; absent or null for none. What is not a
   *     parameter is ignored, unless it is an object
   */
  public static Binding bind(List<Parameter> declared, @Nullable JsonNode given) {
    try {
      return new Binding.Bound(Parameters.of(values(declared, given)));
    } catch (Misfit misfit) {
      return new Binding.Rejected(misfit.sentence());
    }
  }

  private static Map<String, Object> values(List<Parameter> declared, @Nullable JsonNode given) {
    JsonNode object = given == null || given.isNull() ? Json.object() : given;
    if (!object.isObject()) {
      throw new Misfit("params must be a JSON object");
    }
    Map<String, Object> values = new TreeMap<>();
    for (Parameter parameter : declared) {
      value(parameter, object).ifPresent(bound -> values.put(parameter.name(), bound));
    }
    object.properties().forEach(entry -> refuseObject(entry.getKey(), entry.getValue()));
    return values;
  }

  private static void refuseObject(String name, JsonNode value) {
    if (value.isObject()) {
      throw new Misfit("object is not supported").of(name);
    }
  }

  private static Optional<Object> value(Parameter parameter, JsonNode given) {
    JsonNode value = given.get(parameter.name());
    if (value != null && !value.isNull()) {
      try {
        return Optional.of(typed(parameter.type(), value));
      } catch (Misfit misfit) {
        throw misfit.of(parameter.name());
      }
    }
    if (parameter.type().isNullable()) {
      return Optional.empty();
    }
    if (value == null) {
      throw new Misfit(notProvided(parameter, given));
    }
    throw new Misfit("null is not accepted for non-nullable parameter").of(parameter.name());
  }

  private static String notProvided(Parameter parameter, JsonNode given) {
    String message = "parameter '" + parameter.name() + "' not provided";
    TreeSet<String> names = new TreeSet<>();
    given.fieldNames().forEachRemaining(names::add);
    return DidYouMean.nearest(parameter.name(), names)
        .map(near -> message + ", but '" + near + "' was")
        .orElse(message);
  }

  private static Object typed(PropertyType type, JsonNode value) {
    if (type.isList()) {
      return list(type, value);
    }
    return type.scalar() == Scalar.VECTOR
        ? vector(type.dimension(), value)
        : scalar(type.scalar(), value);
  }

  private static Object scalar(Scalar scalar, JsonNode value) {
    if (value.isNull()) {
      throw new Misfit("null is not accepted as an element");
    }
    return switch (scalar.parameter(value)) {
      case Reading.Value(Object read) -> read;
      case Reading.Refused refused -> throw new Misfit(refused.sentence());
    };
  }

  private static List<Object> list(PropertyType type, JsonNode value) {
    if (!value.isArray()) {
      throw new Misfit("expected array for [" + type.scalar().word() + "]");
    }
    List<Object> elements = new ArrayList<>();
    for (JsonNode element : value) {
      elements.add(scalar(type.scalar(), element));
    }
    return List.copyOf(elements);
  }

  private static float[] vector(int dimension, JsonNode value) {
    if (!value.isArray()) {
      throw new Misfit("expected array for Vector(" + dimension + ")");
    }
    if (value.size() != dimension) {
      throw new Misfit(
          "expected %s for Vector(%d), got %d"
              .formatted(Quantity.of(dimension, "value"), dimension, value.size()));
    }
    float[] vector = new float[dimension];
    for (int i = 0; i < dimension; i++) {
      JsonNode element = value.get(i);
      if (!(Scalar.F32.read(element) instanceof Reading.Value(Double number))) {
        throw new Misfit(
            element.isNumber()
                ? "vector element " + i + " is `" + element.asText() + "`, which exceeds F32"
                : "vector element is not numeric");
      }
      vector[i] = number.floatValue();
    }
    return vector;
  }
}
