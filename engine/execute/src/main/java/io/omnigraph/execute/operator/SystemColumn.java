package io.omnigraph.execute.operator;

import io.omnigraph.graph.snapshot.Column;
import io.omnigraph.graph.snapshot.EdgeTable;
import io.omnigraph.graph.snapshot.Table;
import io.omnigraph.query.ast.SystemField;

/** What every row of a table has, as columns. */
final class SystemColumn {

  private SystemColumn() {}

  /** The column of a field other than the type. */
  static Column.Texts of(Table table, SystemField field) {
    return switch (field) {
      case ID -> table.ids();
      case SRC -> ((EdgeTable) table).sources();
      case DST -> ((EdgeTable) table).targets();
      case TYPE -> throw new IllegalArgumentException("rows do not hold the name of their type");
    };
  }
}
