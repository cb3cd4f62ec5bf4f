package io.omnigraph.execute.mutation;

import io.omnigraph.execute.operator.ColumnValues;
import io.omnigraph.graph.snapshot.Column;
import io.omnigraph.graph.snapshot.EdgeTable;
import io.omnigraph.schema.catalog.GraphType.EdgeType;
import io.omnigraph.schema.catalog.Property;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An edge as it is stored again, its values changed in part.
 *
 * @param values those that are not null
 */
record StoredEdge(String id, String source, String target, Map<String, Object> values) {

  /** Some edges of a table with changes; columns that are changed are not read. */
  static List<StoredEdge> of(
      EdgeTable table, EdgeType type, int[] rows, Map<String, Optional<Object>> changes) {
    List<Map<String, Object>> values = new ArrayList<>();
    for (int i = 0; i < rows.length; i++) {
      Map<String, Object> changed = new HashMap<>();
      changes.forEach((property, value) -> value.ifPresent(v -> changed.put(property, v)));
      values.add(changed);
    }
    for (Property property : type.properties()) {
      if (rows.length > 0 && !changes.containsKey(property.name())) {
        Column column = table.take(property.name(), rows);
        for (int i = 0; i < rows.length; i++) {
          Object value = ColumnValues.of(column, i);
          if (value != null) {
            values.get(i).put(property.name(), value);
          }
        }
      }
    }
    List<StoredEdge> edges = new ArrayList<>();
    for (int i = 0; i < rows.length; i++) {
      edges.add(
          new StoredEdge(
              table.id(rows[i]), table.source(rows[i]), table.target(rows[i]), values.get(i)));
    }
    return edges;
  }
}
