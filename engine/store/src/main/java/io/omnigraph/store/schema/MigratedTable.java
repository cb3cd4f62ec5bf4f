package io.omnigraph.store.schema;

import io.omnigraph.graph.column.ColumnBuilder;
import io.omnigraph.graph.column.ColumnSpec;
import io.omnigraph.graph.snapshot.Column;
import io.omnigraph.schema.catalog.GraphType;
import io.omnigraph.store.lance.Rows;
import io.omnigraph.store.table.TableLayout;
import io.omnigraph.store.table.TableRows;
import io.omnigraph.values.PropertyType;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The stored rows of a table, seen as a migration will have them: renamed properties under their
 * new names, and new ones with the values that they are filled with.
 *
 * @param layout of the desired type
 * @param rows as they are stored
 * @param fills the values of new properties, by name
 */
record MigratedTable(TableLayout layout, TableRows rows, Map<String, Object> fills) {

  MigratedTable {
    fills = Map.copyOf(fills);
  }

  GraphType type() {
    return layout.type();
  }

  /** The numbers of the live rows. */
  IntStream live() {
    return IntStream.range(0, rows.size()).filter(rows::isLive);
  }

  /** The values of a property, or of what constraints on edges call {@code src} and {@code dst}. */
  Column column(String name) {
    Object fill = fills.get(name);
    ColumnSpec spec = layout.columnOrEnd(name);
    return fill == null ? rows.column(spec) : constant(spec.type(), fill, rows.size());
  }

  /** The live rows alone, to be stored anew. */
  Rows copied() {
    List<ColumnSpec> specs = layout.all();
    List<Column> columns = specs.stream().map(this::copied).toList();
    return new Rows(specs, columns, rows.liveCount());
  }

  private Column copied(ColumnSpec spec) {
    return fills.entrySet().stream()
        .filter(fill -> layout.column(fill.getKey()).equals(spec))
        .findFirst()
        .map(fill -> constant(spec.type(), fill.getValue(), rows.liveCount()))
        .orElseGet(() -> rows.live(spec));
  }

  private static Column constant(PropertyType type, Object value, int rows) {
    ColumnBuilder builder = new ColumnBuilder(type, rows);
    for (int row = 0; row < rows; row++) {
      builder.setChecked(row, value);
    }
    return builder.build();
  }
}
