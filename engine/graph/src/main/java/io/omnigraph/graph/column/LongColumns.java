package io.omnigraph.graph.column;

import io.omnigraph.graph.snapshot.Column;
import io.omnigraph.graph.snapshot.RowRuns;
import io.omnigraph.graph.snapshot.WholeRange;
import java.util.BitSet;
import java.util.Optional;

/** Whole numbers, dates and times, in the narrowest of two forms that all of them fit. */
final class LongColumns {

  private LongColumns() {}

  static Column of(long[] values, BitSet nulls) {
    WholeRange range = range(values, nulls);
    for (long value : values) {
      if (value != (int) value) {
        return new LongArray(values, nulls, range);
      }
    }
    int[] narrow = new int[values.length];
    for (int row = 0; row < narrow.length; row++) {
      narrow[row] = (int) values[row];
    }
    return new IntArray(narrow, nulls, range);
  }

  private static WholeRange range(long[] values, BitSet nulls) {
    long least = Long.MAX_VALUE;
    long greatest = Long.MIN_VALUE;
    for (int row = nulls.nextClearBit(0); row < values.length; row = nulls.nextClearBit(row + 1)) {
      least = Math.min(least, values[row]);
      greatest = Math.max(greatest, values[row]);
    }
    return new WholeRange(least, greatest);
  }

  /** Whole numbers, and what they lie between. */
  private abstract static class Ranged extends Nulls implements Column.Longs {

    private final WholeRange range;

    Ranged(BitSet nulls, WholeRange range) {
      super(nulls);
      this.range = range;
    }

    @Override
    public final Optional<WholeRange> range() {
      return Optional.of(range);
    }
  }

  private static final class LongArray extends Ranged {

    private final long[] values;

    LongArray(long[] values, BitSet nulls, WholeRange range) {
      super(nulls, range);
      this.values = values;
    }

    @Override
    public long get(int row) {
      return values[row];
    }

    @Override
    public void gather(int[] rows, int count, long[] into) {
      if (RowRuns.isRun(rows, count)) {
        int first = rows[0];
        for (int i = 0; i < count; i++) {
          into[i] = values[first + i];
        }
        return;
      }
      for (int i = 0; i < count; i++) {
        into[i] = values[rows[i]];
      }
    }

    @Override
    long valueBytes() {
      return ARRAY_BYTES + (long) Long.BYTES * values.length;
    }
  }

  private static final class IntArray extends Ranged {

    private final int[] values;

    IntArray(int[] values, BitSet nulls, WholeRange range) {
      super(nulls, range);
      this.values = values;
    }

    @Override
    public long get(int row) {
      return values[row];
    }

    @Override
    public void gather(int[] rows, int count, long[] into) {
      if (RowRuns.isRun(rows, count)) {
        int first = rows[0];
        for (int i = 0; i < count; i++) {
          into[i] = values[first + i];
        }
        return;
      }
      for (int i = 0; i < count; i++) {
        into[i] = values[rows[i]];
      }
    }

    @Override
    long valueBytes() {
      return ARRAY_BYTES + (long) Integer.BYTES * values.length;
    }
  }
}
