package io.omnigraph.execute.operator;

import io.omnigraph.graph.snapshot.Column;
import io.omnigraph.values.PropertyType;
import java.util.Arrays;

/** The ascending order of the values in a column; a null is smaller than everything. */
@FunctionalInterface
interface ColumnOrder {

  /** Compares the values of two rows as a comparator does. */
  int compare(int left, int right);

  /** The order of a column. NaN is greater than every other number; lists go by their elements. */
  static ColumnOrder of(Column column, PropertyType type) {
    ColumnOrder values =
        switch (column) {
          case Column.Longs longs when NumberOrder.isUnsigned(type) ->
              (l, r) -> Long.compareUnsigned(longs.get(l), longs.get(r));
          case Column.Longs longs -> (l, r) -> Long.compare(longs.get(l), longs.get(r));
          case Column.Doubles doubles -> (l, r) -> compare(doubles.get(l), doubles.get(r));
          case Column.Booleans truths -> (l, r) -> Boolean.compare(truths.get(l), truths.get(r));
          case Column.Texts texts -> (l, r) -> texts.compare(l, texts, r);
          case Column.Vectors vectors -> (l, r) -> Arrays.compare(vectors.get(l), vectors.get(r));
          case Column.Lists lists -> (l, r) -> type.compare(lists.get(l), lists.get(r));
        };
    return (l, r) -> {
      boolean leftNull = column.isNull(l);
      boolean rightNull = column.isNull(r);
      return leftNull || rightNull ? Boolean.compare(rightNull, leftNull) : values.compare(l, r);
    };
  }

  private static int compare(double left, double right) {
    return left == right ? 0 : Double.compare(left, right);
  }
}
