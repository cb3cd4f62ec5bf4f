package io.omnigraph.store.change;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A row that a transaction writes.
 *
 * @param source of an edge; absent for nodes
 * @param target of an edge; absent for nodes
 * @param values by property; those that are not there are null
 */
record StagedRow(
    String id, @Nullable String source, @Nullable String target, Map<String, Object> values) {

  StagedRow {
    values = Map.copyOf(values);
  }

  /** A value of the row, by the name of a property or of an end. */
  @Nullable Object value(String name) {
    Object value = values.get(name);
    if (value != null || source == null) {
      return value;
    }
    return switch (name) {
      case "src", "from" -> source;
      case "dst", "to" -> target;
      default -> null;
    };
  }
}
