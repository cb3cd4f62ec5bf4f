package io.omnigraph.graph.write;

import io.omnigraph.schema.catalog.GraphType;
import io.omnigraph.schema.catalog.Property;
import java.util.HashMap;
import java.util.Map;

/**
 * Values in the form in which they come back from storage, so that a transaction sees its writes as
 * readers will.
 */
public final class StoredForm {

  private StoredForm() {}

  /** The stored form of values by property. */
  public static Map<String, Object> of(GraphType type, Map<String, Object> values) {
    Map<String, Object> stored = new HashMap<>(values);
    for (Property property : type.properties()) {
      stored.computeIfPresent(property.name(), (_, value) -> property.type().stored(value));
    }
    return stored;
  }
}
