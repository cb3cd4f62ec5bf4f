package io.omnigraph.store.table;

import io.omnigraph.graph.column.ColumnSpec;
import io.omnigraph.schema.catalog.GraphType;
import io.omnigraph.schema.catalog.GraphType.EdgeType;
import io.omnigraph.schema.catalog.Property;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Where the properties of a type are stored.
 *
 * @param columns the stored name of each property's column
 */
public record TableLayout(GraphType type, Map<String, String> columns) {

  public TableLayout {
    columns = Map.copyOf(columns);
  }

  /**
   * The column of a property.
   *
   * @throws IllegalArgumentException when the type does not have the property
   */
  public ColumnSpec column(String property) {
    Property declared =
        type.property(property)
            .orElseThrow(() ->
                new IllegalArgumentException(
                    type.tableKey() + " has no property `" + property + "`"));
    return new ColumnSpec(stored(property), declared.type());
  }

  /** The column of a property, or of what constraints on edges call {@code src} and {@code dst}. */
  public ColumnSpec columnOrEnd(String name) {
    if (type instanceof EdgeType && type.property(name).isEmpty()) {
      return switch (name) {
        case "src", "from" -> ColumnSpec.SOURCE;
        case "dst", "to" -> ColumnSpec.TARGET;
        default -> column(name);
      };
    }
    return column(name);
  }

  /** All columns: the id, the ends of edges, the properties in schema order. */
  public List<ColumnSpec> all() {
    List<ColumnSpec> all = new ArrayList<>();
    all.add(ColumnSpec.ID);
    if (type instanceof EdgeType) {
      all.add(ColumnSpec.SOURCE);
      all.add(ColumnSpec.TARGET);
    }
    type.properties().forEach(p -> all.add(new ColumnSpec(stored(p.name()), p.type())));
    return List.copyOf(all);
  }

  private String stored(String property) {
    String stored = columns.get(property);
    if (stored == null) {
      throw new IllegalStateException(
          type.tableKey() + " has no column for `" + property + "`; the graph's commit is damaged");
    }
    return stored;
  }
}
