package io.omnigraph.execute.mutation;

import io.omnigraph.execute.result.QueryRejected;
import io.omnigraph.schema.catalog.Property;
import io.omnigraph.schema.catalog.PropertyType;
import io.omnigraph.schema.catalog.Scalar;
import java.util.Base64;
import java.util.List;

/** Gives values the form of the property that they are assigned to (section 11.3). */
final class Conversion {

  private static final String BASE64 = "base64:";

  private Conversion() {}

  /**
   * The value of a property.
   *
   * @param type that the value has where it comes from
   * @throws QueryRejected when it cannot be a value of the property
   */
  static Object to(Property property, PropertyType type, Object value) {
    return value instanceof List<?> list
        ? list.stream().<Object>map(element -> scalar(property, type, element)).toList()
        : scalar(property, type, value);
  }

  private static Object scalar(Property property, PropertyType type, Object value) {
    Scalar target = property.type().scalar();
    return switch (value) {
      case Long whole when target == Scalar.F32 || target == Scalar.F64 -> (double) whole;
      case Long whole when target == Scalar.U64 && type.scalar() != Scalar.U64 && whole < 0 ->
          throw new QueryRejected(
              "value %d of '%s' is out of range of U64".formatted(whole, property.name()));
      case Double _ when target.isInteger() ->
          throw new QueryRejected(
              "cannot convert `%s` to %s for '%s'"
                  .formatted(value, target.word(), property.name()));
      case String text when target == Scalar.BLOB -> blob(property, text);
      default -> value;
    };
  }

  private static String blob(Property property, String text) {
    if (text.startsWith(BASE64)) {
      try {
        Base64.getDecoder().decode(text.substring(BASE64.length()));
      } catch (IllegalArgumentException e) {
        throw new QueryRejected(
            "invalid base64 blob data for '%s': %s".formatted(property.name(), e.getMessage()));
      }
    }
    return text;
  }
}
