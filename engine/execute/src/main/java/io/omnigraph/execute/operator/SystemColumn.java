package io.omnigraph.execute.operator;

import io.omnigraph.graph.snapshot.Column;
import io.omnigraph.graph.snapshot.EdgeTable;
import io.omnigraph.graph.snapshot.Table;
import io.omnigraph.query.ast.SystemField;
import java.util.function.IntFunction;

/** What every row of a table has, as columns. */
record SystemColumn(IntFunction<String> values) implements Column.Texts {

  /** The column of a field other than the type. */
  static Column of(Table table, SystemField field) {
    return switch (field) {
      case ID -> new SystemColumn(table::id);
      case SRC -> new SystemColumn(((EdgeTable) table)::source);
      case DST -> new SystemColumn(((EdgeTable) table)::target);
      case TYPE -> throw new IllegalArgumentException("rows do not hold the name of their type");
    };
  }

  @Override
  public boolean isNull(int row) {
    return false;
  }

  @Override
  public String get(int row) {
    return values.apply(row);
  }
}
