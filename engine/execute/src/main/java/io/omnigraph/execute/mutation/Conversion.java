package io.omnigraph.execute.mutation;

import io.omnigraph.execute.result.QueryRejected;
import io.omnigraph.schema.catalog.Property;
import io.omnigraph.values.PropertyType;
import io.omnigraph.values.Reading;
import java.util.List;

/**
 * Gives values the form of the property that they are assigned to (docs/reference/query-language.md
 * §11.3).
 */
final class Conversion {

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
    return switch (property.type().scalar().convert(type.scalar(), value)) {
      case Reading.Value(Object converted) -> converted;
      case Reading.Refused refused ->
          throw new QueryRejected(refused.sentence() + " for '" + property.name() + "'");
    };
  }
}
