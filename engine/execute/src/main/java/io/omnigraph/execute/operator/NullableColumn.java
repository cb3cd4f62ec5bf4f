package io.omnigraph.execute.operator;

import io.omnigraph.graph.snapshot.Column;
import java.util.List;

/** Columns that can be asked for the value of a missing node, whose row number is -1: null. */
final class NullableColumn {

  private NullableColumn() {}

  /** The same values, and null for a missing node. */
  static Column of(Column column) {
    return switch (column) {
      case ConstantColumn.Nothing nothing -> nothing;
      case Column.Longs values -> new Longs(values);
      case Column.Doubles values -> new Doubles(values);
      case Column.Booleans values -> new Booleans(values);
      case Column.Texts values -> new Texts(values);
      case Column.Vectors values -> new Vectors(values);
      case Column.Lists values -> new Lists(values);
    };
  }

  record Longs(Column.Longs values) implements Column.Longs {

    @Override
    public boolean isNull(int row) {
      return row < 0 || values.isNull(row);
    }

    @Override
    public long get(int row) {
      return values.get(row);
    }
  }

  record Doubles(Column.Doubles values) implements Column.Doubles {

    @Override
    public boolean isNull(int row) {
      return row < 0 || values.isNull(row);
    }

    @Override
    public double get(int row) {
      return values.get(row);
    }
  }

  record Booleans(Column.Booleans values) implements Column.Booleans {

    @Override
    public boolean isNull(int row) {
      return row < 0 || values.isNull(row);
    }

    @Override
    public boolean get(int row) {
      return values.get(row);
    }
  }

  record Texts(Column.Texts values) implements Column.Texts {

    @Override
    public boolean isNull(int row) {
      return row < 0 || values.isNull(row);
    }

    @Override
    public String get(int row) {
      return values.get(row);
    }
  }

  record Vectors(Column.Vectors values) implements Column.Vectors {

    @Override
    public boolean isNull(int row) {
      return row < 0 || values.isNull(row);
    }

    @Override
    public float[] get(int row) {
      return values.get(row);
    }
  }

  record Lists(Column.Lists values) implements Column.Lists {

    @Override
    public boolean isNull(int row) {
      return row < 0 || values.isNull(row);
    }

    @Override
    public List<Object> get(int row) {
      return values.get(row);
    }
  }
}
