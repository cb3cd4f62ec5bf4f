package io.omnigraph.graph.export;

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

  /**
   * The values of one property.
   *
   * @param positions in the column of each row of the batch
   */
  record Values(Column column, int[] positions) {}
}
