package io.omnigraph.graph.column;

import io.omnigraph.graph.snapshot.Column;
import java.util.BitSet;
import java.util.List;

/** Columns over arrays. The arrays are handed over: nobody changes them afterwards. */
final class ArrayColumns {

  private ArrayColumns() {}

  /** What knows which rows have no value. */
  abstract static class Nullable {

    private final BitSet nulls;

    Nullable(BitSet nulls) {
      this.nulls = nulls;
    }

    public boolean isNull(int row) {
      return nulls.get(row);
    }
  }

  /** Whole numbers, dates and times. */
  static final class LongArray extends Nullable implements Column.Longs {

    private final long[] values;

    LongArray(long[] values, BitSet nulls) {
      super(nulls);
      this.values = values;
    }

    @Override
    public long get(int row) {
      return values[row];
    }
  }

  /** Floating point numbers. */
  static final class DoubleArray extends Nullable implements Column.Doubles {

    private final double[] values;

    DoubleArray(double[] values, BitSet nulls) {
      super(nulls);
      this.values = values;
    }

    @Override
    public double get(int row) {
      return values[row];
    }
  }

  /** Truth values. */
  static final class BooleanBits extends Nullable implements Column.Booleans {

    private final BitSet values;

    BooleanBits(BitSet values, BitSet nulls) {
      super(nulls);
      this.values = values;
    }

    @Override
    public boolean get(int row) {
      return values.get(row);
    }
  }

  /** Texts. */
  static final class TextArray extends Nullable implements Column.Texts {

    private final String[] values;

    TextArray(String[] values, BitSet nulls) {
      super(nulls);
      this.values = values;
    }

    @Override
    public String get(int row) {
      return values[row];
    }
  }

  /** Vectors. */
  static final class VectorArray extends Nullable implements Column.Vectors {

    private final float[][] values;

    VectorArray(float[][] values, BitSet nulls) {
      super(nulls);
      this.values = values;
    }

    @Override
    public float[] get(int row) {
      return values[row];
    }
  }

  /** Lists. */
  static final class ListArray extends Nullable implements Column.Lists {

    private final List<List<Object>> values;

    ListArray(List<List<Object>> values, BitSet nulls) {
      super(nulls);
      this.values = values;
    }

    @Override
    public List<Object> get(int row) {
      return values.get(row);
    }
  }
}
