package io.omnigraph.execute.operator;

import io.omnigraph.graph.snapshot.Column;
import io.omnigraph.values.PropertyType;
import org.jspecify.annotations.Nullable;

/**
 * A column and where on a row it is read.
 *
 * @param slot of the variable whose node is the row of the column; negative for constants
 */
record Operand(Column column, PropertyType type, int slot) {

  /** The row of the column. */
  int row(int[][] nodes, int position) {
    return slot < 0 ? 0 : nodes[slot][position];
  }

  /** The value; null for null. */
  @Nullable Object value(int[][] nodes, int position) {
    return ColumnValues.of(column, row(nodes, position));
  }
}
