package io.omnigraph.execute.operator;

import io.omnigraph.graph.snapshot.Column;
import io.omnigraph.graph.snapshot.EdgeTable;
import io.omnigraph.graph.snapshot.Snapshot;
import io.omnigraph.query.ast.SystemField;
import io.omnigraph.query.check.EdgeVariable;
import io.omnigraph.schema.catalog.GraphType.EdgeType;
import java.util.ArrayList;
import java.util.List;

/** The rows that an edge variable stands for: those of its types, one table after the other. */
final class EdgeRows {

  private final List<EdgeType> types;
  private final List<EdgeTable> tables = new ArrayList<>();
  private final int[] starts;

  EdgeRows(Snapshot snapshot, List<EdgeType> types) {
    this.types = List.copyOf(types);
    this.starts = new int[types.size()];
    int start = 0;
    for (int i = 0; i < starts.length; i++) {
      EdgeTable table = snapshot.edges(types.get(i).name());
      tables.add(table);
      starts[i] = start;
      start = Math.addExact(start, table.size());
    }
  }

  static EdgeRows of(Snapshot snapshot, EdgeVariable variable) {
    return new EdgeRows(snapshot, variable.types());
  }

  /** The table of one of the types. */
  EdgeTable table(int type) {
    return tables.get(type);
  }

  /** The row at which a type begins. */
  int start(int type) {
    return starts[type];
  }

  Column column(String property) {
    return union(tables.stream().map(table -> table.column(property)).toList());
  }

  Column system(SystemField field) {
    List<Column> parts = new ArrayList<>();
    for (int i = 0; i < starts.length; i++) {
      parts.add(
          field == SystemField.TYPE
              ? ConstantColumn.of(types.get(i).name())
              : SystemColumn.of(tables.get(i), field));
    }
    return union(parts);
  }

  private Column union(List<Column> parts) {
    return parts.isEmpty() ? ConstantColumn.of(null) : UnionColumn.of(parts, starts);
  }
}
