package io.omnigraph.graph.column;

import io.omnigraph.graph.snapshot.Column;

/** Single values out of columns. */
public final class Values {

  private Values() {}

  /** The value of a row that has one. */
  public static Object at(Column column, int row) {
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
