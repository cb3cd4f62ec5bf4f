package io.omnigraph.graph.column;

import io.omnigraph.graph.snapshot.Column;
import java.util.BitSet;

/** Floating point numbers, as wide as they are stored. */
final class DoubleColumns {

  private DoubleColumns() {}

  /** Numbers of 64 bits. */
  static final class DoubleArray extends Nulls implements Column.Doubles {

    private final double[] values;

    DoubleArray(double[] values, BitSet nulls) {
      super(nulls);
      this.values = values;
    }

    @Override
    public double get(int row) {
      return values[row];
    }

    @Override
    public void gather(int[] rows, int count, double[] into) {
      for (int i = 0; i < count; i++) {
        into[i] = values[rows[i]];
      }
    }

    @Override
    long valueBytes() {
      return ARRAY_BYTES + (long) Double.BYTES * values.length;
    }
  }

  /** Numbers of 32 bits. */
  static final class FloatArray extends Nulls implements Column.Doubles {

    private final float[] values;

    FloatArray(float[] values, BitSet nulls) {
      super(nulls);
      this.values = values;
    }

    @Override
    public double get(int row) {
      return values[row];
    }

    @Override
    public void gather(int[] rows, int count, double[] into) {
      for (int i = 0; i < count; i++) {
        into[i] = values[rows[i]];
      }
    }

    @Override
    long valueBytes() {
      return ARRAY_BYTES + (long) Float.BYTES * values.length;
    }
  }
}
