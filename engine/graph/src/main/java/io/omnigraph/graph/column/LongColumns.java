package io.omnigraph.graph.column;

import io.omnigraph.graph.snapshot.Column;
import java.util.BitSet;

/** Whole numbers, dates and times, in the narrowest of two forms that all of them fit. */
final class LongColumns {

  private LongColumns() {}

  static Column of(long[] values, BitSet nulls) {
    for (long value : values) {
      if (value != (int) value) {
        return new LongArray(values, nulls);
      }
    }
    int[] narrow = new int[values.length];
    for (int row = 0; row < narrow.length; row++) {
      narrow[row] = (int) values[row];
    }
    return new IntArray(narrow, nulls);
  }

  private static final class LongArray extends Nulls implements Column.Longs {

    private final long[] values;

    LongArray(long[] values, BitSet nulls) {
      super(nulls);
      this.values = values;
    }

    @Override
    public long get(int row) {
      return values[row];
    }

    @Override
    long valueBytes() {
      return ARRAY_BYTES + (long) Long.BYTES * values.length;
    }
  }

  private static final class IntArray extends Nulls implements Column.Longs {

    private final int[] values;

    IntArray(int[] values, BitSet nulls) {
      super(nulls);
      this.values = values;
    }

    @Override
    public long get(int row) {
      return values[row];
    }

    @Override
    long valueBytes() {
      return ARRAY_BYTES + (long) Integer.BYTES * values.length;
    }
  }
}
