package io.omnigraph.io.load;

import com.fasterxml.jackson.databind.JsonNode;
import io.omnigraph.ground.Quantity;
import io.omnigraph.ground.json.Json;
import io.omnigraph.schema.catalog.Property;
import io.omnigraph.values.PropertyType;
import io.omnigraph.values.Reading;
import io.omnigraph.values.Scalar;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Converts the JSON value of a property: a scalar, a list or a vector, or its absence. */
final class PropertyReader {

  private static final int WIDEST_SHOWN = 60;

  private PropertyReader() {}

  /**
   * Converts a value.
   *
   * @param owner the name of the property's type
   * @param value absent when the record does not have the member
   * @return absent only where the property may be
   */
  static Conversion read(String owner, Property property, @Nullable JsonNode value) {
    PropertyType type = property.type();
    if (value == null || value.isNull() || value.isMissingNode()) {
      return type.isNullable() ? new Conversion.Absent() : missing(owner, property);
    }
    String where = owner + "." + property.name();
    if (type.isList()) {
      return list(property, value, where);
    }
    if (type.scalar() == Scalar.VECTOR) {
      return vector(property, value, where);
    }
    return scalar(type, value, where, invalid(property));
  }

  private static Conversion missing(String owner, Property property) {
    String name = property.name();
    String problem =
        property
            .type()
            .scalar()
            .shape()
            .map(shape -> "non-nullable " + shape + " property '" + name + "' has null values")
            .orElse("non-nullable property '" + name + "' has null or invalid values");
    return new Conversion.Refused(problem + ": " + owner + "." + name + " is required");
  }

  /** The required property's own words come first where the value is not even of the right kind. */
  private static String invalid(Property property) {
    return property.type().isNullable()
        ? ""
        : "non-nullable property '" + property.name() + "' has null or invalid values: ";
  }

  /** Nothing is coerced: a text is never a number, and what does not fit is refused. */
  private static Conversion scalar(
      PropertyType type, JsonNode value, String where, String beforeWrongKind) {
    return switch (type.scalar().read(value)) {
      case Reading.Value(Object read) when type.isEnum() && !type.enumValues().contains(read) ->
          new Conversion.Refused(
              "invalid enum value '%s' for %s (expected: %s)"
                  .formatted(read, where, String.join(", ", type.enumValues())));
      case Reading.Value(Object read) -> new Conversion.Converted(read);
      case Reading.Refused refused ->
          new Conversion.Refused(
              switch (refused.reason()) {
                case WRONG_KIND ->
                    "%s%s %s, found `%s`"
                        .formatted(
                            beforeWrongKind,
                            where,
                            type.isEnum() ? "expects " + type.display() : refused.finding(),
                            shown(value));
                case OUT_OF_RANGE -> where + ": " + shown(value) + " " + refused.finding();
                case NO_SUCH_VALUE ->
                    refused.finding()
                        + " for "
                        + where
                        + (value.isTextual() ? "" : ": " + shown(value))
                        + (refused.detail().isEmpty() ? "" : ": " + refused.detail());
              });
    };
  }

  /** A value as messages show it: compact JSON, cut where it is long. */
  static String shown(JsonNode value) {
    String json = Json.compact(value);
    return json.length() <= WIDEST_SHOWN ? json : json.substring(0, WIDEST_SHOWN) + "…";
  }

  private static Conversion list(Property property, JsonNode value, String where) {
    if (!value.isArray()) {
      return new Conversion.Refused(
          "list property '%s' expects a JSON array, found `%s`"
              .formatted(property.name(), shown(value)));
    }
    if (property.type().scalar() == Scalar.BLOB) {
      return new Conversion.Refused(
          "list property '%s' holds blobs, which cannot be loaded".formatted(property.name()));
    }
    List<Object> elements = new ArrayList<>(value.size());
    for (JsonNode element : value) {
      String place = where + "[" + elements.size() + "]";
      switch (scalar(property.type(), element, place, "")) {
        case Conversion.Converted(Object converted) -> elements.add(converted);
        case Conversion.Refused refused -> {
          return refused;
        }
        case Conversion.Absent absent -> {
          return absent;
        }
      }
    }
    return new Conversion.Converted(List.copyOf(elements));
  }

  private static Conversion vector(Property property, JsonNode value, String where) {
    int dimension = property.type().dimension();
    if (!value.isArray()) {
      return new Conversion.Refused(
          "vector property '%s' expects %s, got `%s`"
              .formatted(property.name(), Quantity.of(dimension, "dimension"), shown(value)));
    }
    if (value.size() != dimension) {
      return new Conversion.Refused(
          "vector property '%s' expects %s, got %d"
              .formatted(property.name(), Quantity.of(dimension, "dimension"), value.size()));
    }
    float[] numbers = new float[dimension];
    for (int i = 0; i < dimension; i++) {
      JsonNode element = value.get(i);
      if (Scalar.F32.read(element) instanceof Reading.Value(Double number)) {
        numbers[i] = number.floatValue();
      } else {
        return new Conversion.Refused(
            "%s[%d] expects a finite number, found `%s`".formatted(where, i, shown(element)));
      }
    }
    return new Conversion.Converted(numbers);
  }
}
