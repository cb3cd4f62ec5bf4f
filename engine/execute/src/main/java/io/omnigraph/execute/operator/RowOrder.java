package io.omnigraph.execute.operator;

import io.omnigraph.graph.snapshot.Column;
import io.omnigraph.query.ast.SortDirection;

/** An order of rows. */
@FunctionalInterface
interface RowOrder {

  /** Compares the rows at two positions as a comparator does. */
  int compare(int[][] nodes, int left, int right);

  /** This order, and another one for rows that are equal in it. */
  default RowOrder then(RowOrder other) {
    return (nodes, left, right) -> {
      int order = compare(nodes, left, right);
      return order != 0 ? order : other.compare(nodes, left, right);
    };
  }

  /** The order of an expression's values; a null is smaller than everything. */
  static RowOrder of(Operand operand, SortDirection direction) {
    Column column = operand.column();
    ColumnOrder values = ColumnOrder.of(column, operand.type());
    int sign = direction == SortDirection.ASCENDING ? 1 : -1;
    return (nodes, left, right) -> {
      int a = operand.row(nodes, left);
      int b = operand.row(nodes, right);
      return a == b ? 0 : sign * values.compare(a, b);
    };
  }
}
