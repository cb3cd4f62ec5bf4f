package io.omnigraph.query.execute;

import io.omnigraph.graph.snapshot.Column;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A column of which some rows only are wanted, and may be there.
 *
 * @param column the values
 * @param rows that the column has, ascending; absent when it has all
 */
record LateColumn(Column column, int @Nullable [] rows) {

  /** A column that has all rows. */
  static LateColumn of(Column column) {
    return new LateColumn(column, null);
  }

  /** The value of a row of the table; null for null. */
  @Nullable Object value(int row) {
    return row == Batch.MISSING
        ? null
        : Values.of(column, rows == null ? row : Arrays.binarySearch(rows, row));
  }
}
