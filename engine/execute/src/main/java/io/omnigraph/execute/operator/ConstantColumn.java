package io.omnigraph.execute.operator;

import io.omnigraph.graph.snapshot.Column;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Columns that have one value, whatever the row. */
final class ConstantColumn {

  private ConstantColumn() {}

  /** The column of a value in one of the forms that {@link Column} describes, or of null. */
  static Column of(@Nullable Object value) {
    return switch (value) {
      case null -> new Nothing();
      case Long whole -> new Whole(whole);
      case Double real -> new Real(real);
      case Boolean truth -> new Truth(truth);
      case String text -> new Text(text);
      case float[] vector -> new Vector(vector);
      case List<?> list -> new Items(List.copyOf(list));
      default -> throw new IllegalArgumentException("not a form of a value: " + value.getClass());
    };
  }

  /** Whether a column has the same value, which is not null, on every row. */
  static boolean isConstant(Column column) {
    return switch (column) {
      case Whole _, Real _, Truth _, Text _, Vector _, Items _ -> true;
      default -> false;
    };
  }

  /** Null on every row. */
  record Nothing() implements Column.Texts {

    @Override
    public boolean isNull(int row) {
      return true;
    }

    @Override
    public String get(int row) {
      throw new IllegalStateException("null has no text");
    }
  }

  private record Whole(long value) implements Column.Longs {

    @Override
    public boolean isNull(int row) {
      return false;
    }

    @Override
    public long get(int row) {
      return value;
    }
  }

  private record Real(double value) implements Column.Doubles {

    @Override
    public boolean isNull(int row) {
      return false;
    }

    @Override
    public double get(int row) {
      return value;
    }
  }

  private record Truth(boolean value) implements Column.Booleans {

    @Override
    public boolean isNull(int row) {
      return false;
    }

    @Override
    public boolean get(int row) {
      return value;
    }
  }

  private record Text(String value) implements Column.Texts {

    @Override
    public boolean isNull(int row) {
      return false;
    }

    @Override
    public String get(int row) {
      return value;
    }
  }

  private static final class Vector implements Column.Vectors {

    private final float[] value;

    Vector(float[] value) {
      this.value = value;
    }

    @Override
    public boolean isNull(int row) {
      return false;
    }

    @Override
    public float[] get(int row) {
      return value;
    }
  }

  private record Items(List<Object> value) implements Column.Lists {

    @Override
    public boolean isNull(int row) {
      return false;
    }

    @Override
    public List<Object> get(int row) {
      return value;
    }
  }
}
