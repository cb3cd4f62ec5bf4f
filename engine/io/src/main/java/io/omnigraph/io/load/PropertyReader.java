package io.omnigraph.io.load;

import com.fasterxml.jackson.databind.JsonNode;
import io.omnigraph.schema.catalog.Property;
import io.omnigraph.schema.catalog.PropertyType;
import io.omnigraph.schema.catalog.Scalar;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Converts the JSON value of a property: a scalar, a list or a vector, or its absence. */
final class PropertyReader {

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
    Conversion conversion = ScalarReader.read(type, value, where);
    return isOfWrongKind(type, value) && conversion instanceof Conversion.Refused(String reason)
        ? new Conversion.Refused(invalid(property) + reason)
        : conversion;
  }

  private static Conversion missing(String owner, Property property) {
    String name = property.name();
    String problem =
        switch (property.type().scalar()) {
          case VECTOR -> "non-nullable vector property '" + name + "' has null values";
          case BLOB -> "non-nullable blob property '" + name + "' has null values";
          default -> "non-nullable property '" + name + "' has null or invalid values";
        };
    return new Conversion.Refused(problem + ": " + owner + "." + name + " is required");
  }

  /** The required property's own words come first where the value is not even of the right kind. */
  private static String invalid(Property property) {
    return property.type().isNullable()
        ? ""
        : "non-nullable property '" + property.name() + "' has null or invalid values: ";
  }

  private static boolean isOfWrongKind(PropertyType type, JsonNode value) {
    return switch (type.scalar()) {
      case STRING -> !value.isTextual();
      case BOOL -> !value.isBoolean();
      case I32, I64, U32, U64 -> !value.isIntegralNumber();
      case F32, F64 -> !value.isNumber();
      case DATE, DATE_TIME -> !value.isTextual() && !value.isIntegralNumber();
      case BLOB, VECTOR -> false;
    };
  }

  private static Conversion list(Property property, JsonNode value, String where) {
    if (!value.isArray()) {
      return new Conversion.Refused(
          "list property '%s' expects a JSON array, found `%s`"
              .formatted(property.name(), ScalarReader.shown(value)));
    }
    if (property.type().scalar() == Scalar.BLOB) {
      return new Conversion.Refused(
          "list property '%s' holds blobs, which cannot be loaded".formatted(property.name()));
    }
    List<Object> elements = new ArrayList<>(value.size());
    for (JsonNode element : value) {
      String place = where + "[" + elements.size() + "]";
      switch (ScalarReader.read(property.type(), element, place)) {
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
          "vector property '%s' expects %d dimensions, got `%s`"
              .formatted(property.name(), dimension, ScalarReader.shown(value)));
    }
    if (value.size() != dimension) {
      return new Conversion.Refused(
          "vector property '%s' expects %d dimensions, got %d"
              .formatted(property.name(), dimension, value.size()));
    }
    float[] numbers = new float[dimension];
    for (int i = 0; i < dimension; i++) {
      JsonNode element = value.get(i);
      numbers[i] = element.isNumber() ? element.floatValue() : Float.NaN;
      if (!Float.isFinite(numbers[i])) {
        return new Conversion.Refused(
            "%s[%d] expects a finite number, found `%s`"
                .formatted(where, i, ScalarReader.shown(element)));
      }
    }
    return new Conversion.Converted(numbers);
  }
}
