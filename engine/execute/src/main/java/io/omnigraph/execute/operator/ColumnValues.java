package io.omnigraph.execute.operator;

import io.omnigraph.graph.snapshot.Column;
import org.jspecify.annotations.Nullable;

/** Reads columns where the value's form does not matter. */
public final class ColumnValues {

  private ColumnValues() {}

  /** The value of a row as an object; null for null. */
  public static @Nullable Object of(Column column, int row) {
    if (column.isNull(row)) {
      return null;
    }
    return switch (column) {
      case Column.Longs longs -> longs.get(row);
      case Column.Doubles doubles -> doubles.get(row);
      case Column.Booleans booleans -> booleans.get(row);
      case Column.Texts texts -> texts.get(row);
      case Column.Vectors vectors -> vectors.get(row);
      case Column.Lists lists -> lists.get(row);
    };
  }
}
