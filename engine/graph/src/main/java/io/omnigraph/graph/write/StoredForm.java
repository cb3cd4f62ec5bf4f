package io.omnigraph.graph.write;

import io.omnigraph.schema.catalog.GraphType;
import io.omnigraph.schema.catalog.Property;
import io.omnigraph.schema.catalog.Scalar;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Values in the form in which they come back from storage, so that a transaction sees its writes as
 * readers will: 32-bit floats are rounded, and lists and vectors are copied.
 */
public final class StoredForm {

  private StoredForm() {}

  /** The stored form of values by property. */
  public static Map<String, Object> of(GraphType type, Map<String, Object> values) {
    Map<String, Object> stored = new HashMap<>(values);
    for (Property property : type.properties()) {
      boolean isSingle = property.type().scalar() == Scalar.F32;
      stored.computeIfPresent(property.name(), (_, value) -> of(value, isSingle));
    }
    return stored;
  }

  private static Object of(Object value, boolean isSingle) {
    return switch (value) {
      case Double number when isSingle -> (double) number.floatValue();
      case float[] vector -> vector.clone();
      case List<?> list -> list.stream().map(element -> of(element, isSingle)).toList();
      default -> value;
    };
  }
}
