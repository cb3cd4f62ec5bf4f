package io.omnigraph.store.lance;

import io.omnigraph.graph.column.ColumnSpec;
import io.omnigraph.graph.snapshot.Column;
import java.util.List;

/**
 * Rows to store.
 *
 * @param specs of the columns
 * @param columns the values, in the same order
 * @param count of the rows
 */
public record Rows(List<ColumnSpec> specs, List<Column> columns, int count) implements Addition {

  public Rows {
    specs = List.copyOf(specs);
    columns = List.copyOf(columns);
  }
}
