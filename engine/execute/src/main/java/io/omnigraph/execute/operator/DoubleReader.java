package io.omnigraph.execute.operator;

import io.omnigraph.graph.snapshot.Column;
import io.omnigraph.values.PropertyType;

/** A column of numbers, read as doubles. */
@FunctionalInterface
interface DoubleReader {

  /** The value of a row that is not null. */
  double get(int row);

  /** The numbers of a column. */
  static DoubleReader of(Column column, PropertyType type) {
    return switch (column) {
      case Column.Doubles doubles -> doubles::get;
      case Column.Longs longs when NumberOrder.isUnsigned(type) -> row -> unsigned(longs.get(row));
      case Column.Longs longs -> longs::get;
      case Column.Booleans _, Column.Texts _, Column.Vectors _, Column.Lists _ ->
          throw new IllegalArgumentException("no numbers: " + type);
    };
  }

  /**
   * The numbers of a column, where asked for as 32 bits can hold them: a value that is compared
   * with an {@code F32} is first made one.
   */
  static DoubleReader of(Column column, PropertyType type, boolean narrow) {
    DoubleReader reals = of(column, type);
    return narrow ? row -> (float) reals.get(row) : reals;
  }

  private static double unsigned(long bits) {
    return bits >= 0 ? bits : ((bits >>> 1) | (bits & 1)) * 2.0;
  }
}
