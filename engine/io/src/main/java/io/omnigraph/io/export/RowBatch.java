package io.omnigraph.io.export;

import io.omnigraph.graph.snapshot.Column;
import io.omnigraph.graph.snapshot.Table;
import java.util.Arrays;

/**
 * Some rows of a table in the order in which they are written. Values that are not in memory are
 * read for these rows alone.
 */
final class RowBatch {

  private final Table table;
  private final int[] rows;
  private final int[] ascending;

  RowBatch(Table table, int[] rows) {
    this.table = table;
    this.rows = rows;
    this.ascending = rows.clone();
    Arrays.sort(ascending);
  }

  int size() {
    return rows.length;
  }

  /** The row at a place of the batch. */
  int row(int place) {
    return rows[place];
  }

  /** The values of a property. */
  Values values(String property) {
    return table.isWarm(property)
        ? new Values(table.column(property), rows)
        : new Values(table.take(property, ascending), places());
  }

  private int[] places() {
    int[] places = new int[rows.length];
    for (int i = 0; i < rows.length; i++) {
      places[i] = Arrays.binarySearch(ascending, rows[i]);
    }
    return places;
  }

  /** The values of one property, by place of the batch. */
  static final class Values {

    private final Column column;
    private final int[] positions;

    private Values(Column column, int[] positions) {
      this.column = column;
      this.positions = positions;
    }

    /** The column that has them, in an order of its own. */
    Column column() {
      return column;
    }

    /** Where the value of a place is in the column. */
    int position(int place) {
      return positions[place];
    }
  }
}
