package io.omnigraph.execute.operator;

import io.omnigraph.graph.snapshot.Column;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A column of which some rows only are wanted, and may be there. */
final class LateColumn {

  private final Column column;

  /** The rows of the table that the column has, ascending; absent when it has all. */
  private final int @Nullable [] rows;

  private LateColumn(Column column, int @Nullable [] rows) {
    this.column = column;
    this.rows = rows;
  }

  /** A column that has all rows. */
  static LateColumn of(Column column) {
    return new LateColumn(column, null);
  }

  /**
   * A column that has some rows.
   *
   * @param rows which, ascending
   */
  static LateColumn of(Column column, int[] rows) {
    return new LateColumn(column, rows);
  }

  /** The value of a row of the table; null for null. */
  @Nullable Object value(int row) {
    if (row == Batch.MISSING) {
      return null;
    }
    return ColumnValues.of(column, rows == null ? row : Arrays.binarySearch(rows, row));
  }
}
