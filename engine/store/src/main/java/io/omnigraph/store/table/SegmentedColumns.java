package io.omnigraph.store.table;

import io.omnigraph.graph.column.ColumnBuilder;
import io.omnigraph.graph.snapshot.Column;
import io.omnigraph.graph.snapshot.TextCodes;
import io.omnigraph.graph.snapshot.WholeRange;
import io.omnigraph.values.PropertyType;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Columns that continue from segment to segment. */
final class SegmentedColumns {

  private SegmentedColumns() {}

  /**
   * One column of several.
   *
   * @param starts the first row of each part, then one more than the last row
   */
  static Column of(PropertyType type, List<Column> parts, int[] starts) {
    if (parts.isEmpty()) {
      return ColumnBuilder.nulls(type);
    }
    Column first = parts.getFirst();
    if (parts.size() == 1) {
      return first;
    }
    Column[] all = parts.toArray(Column[]::new);
    return switch (first) {
      case Column.Longs _ -> new Longs(all, starts);
      case Column.Doubles _ -> new Doubles(all, starts);
      case Column.Booleans _ -> new Booleans(all, starts);
      case Column.Texts _ -> new Texts(all, starts);
      case Column.Vectors _ -> new Vectors(all, starts);
      case Column.Lists _ -> new Lists(all, starts);
    };
  }

  /** The part that a row is in. Parts without rows are passed over. */
  static int partOf(int[] starts, int row) {
    int found = Arrays.binarySearch(starts, row);
    if (found < 0) {
      return -found - 2;
    }
    while (starts[found + 1] == row) {
      found++;
    }
    return found;
  }

  /** What knows where the parts begin. */
  abstract static class Segmented {

    final Column[] parts;
    final int[] starts;
    private int lastPart;

    Segmented(Column[] parts, int[] starts) {
      this.parts = parts;
      this.starts = starts;
    }

    public boolean isNull(int row) {
      int part = part(row);
      return parts[part].isNull(row - starts[part]);
    }

    public boolean mayBeNull() {
      for (Column part : parts) {
        if (part.mayBeNull()) {
          return true;
        }
      }
      return false;
    }

    /** How many of some rows, from one of them on, are in the part of the first of these. */
    final int run(int[] rows, int from, int count) {
      int part = part(rows[from]);
      int at = from + 1;
      while (at < count && rows[at] >= starts[part] && rows[at] < starts[part + 1]) {
        at++;
      }
      return at - from;
    }

    /** The numbers that rows of one part have in it. */
    final int[] local(int[] rows, int from, int count) {
      int start = starts[part(rows[from])];
      int[] local = new int[count];
      for (int i = 0; i < count; i++) {
        local[i] = rows[from + i] - start;
      }
      return local;
    }

    /** The part of a row. Most rows are in the part of the row before. */
    final int part(int row) {
      // Threads may overwrite each other's guess: any guess is checked before it is used.
      int guess = lastPart;
      if (row >= starts[guess] && row < starts[guess + 1]) {
        return guess;
      }
      int part = partOf(starts, row);
      lastPart = part;
      return part;
    }
  }

  private static final class Longs extends Segmented implements Column.Longs {

    Longs(Column[] parts, int[] starts) {
      super(parts, starts);
    }

    @Override
    public long get(int row) {
      int part = part(row);
      return ((Column.Longs) parts[part]).get(row - starts[part]);
    }

    @Override
    public Optional<WholeRange> range() {
      WholeRange range = WholeRange.NONE;
      for (Column part : parts) {
        Optional<WholeRange> own = ((Column.Longs) part).range();
        if (own.isEmpty()) {
          return own;
        }
        range = range.with(own.get());
      }
      return Optional.of(range);
    }

    @Override
    public void gather(int[] rows, int count, long[] into) {
      for (int from = 0; from < count; ) {
        int run = run(rows, from, count);
        Column.Longs part = (Column.Longs) parts[part(rows[from])];
        long[] values = new long[run];
        part.gather(local(rows, from, run), run, values);
        System.arraycopy(values, 0, into, from, run);
        from += run;
      }
    }
  }

  private static final class Doubles extends Segmented implements Column.Doubles {

    Doubles(Column[] parts, int[] starts) {
      super(parts, starts);
    }

    @Override
    public double get(int row) {
      int part = part(row);
      return ((Column.Doubles) parts[part]).get(row - starts[part]);
    }

    @Override
    public void gather(int[] rows, int count, double[] into) {
      for (int from = 0; from < count; ) {
        int run = run(rows, from, count);
        Column.Doubles part = (Column.Doubles) parts[part(rows[from])];
        double[] values = new double[run];
        part.gather(local(rows, from, run), run, values);
        System.arraycopy(values, 0, into, from, run);
        from += run;
      }
    }
  }

  private static final class Booleans extends Segmented implements Column.Booleans {

    Booleans(Column[] parts, int[] starts) {
      super(parts, starts);
    }

    @Override
    public boolean get(int row) {
      int part = part(row);
      return ((Column.Booleans) parts[part]).get(row - starts[part]);
    }
  }

  private static final class Texts extends Segmented implements Column.Texts {

    /** Numbers for the texts of all parts; absent until all parts have some. */
    private volatile @Nullable TextCodes codes;

    Texts(Column[] parts, int[] starts) {
      super(parts, starts);
    }

    @Override
    public Optional<TextCodes> codes() {
      TextCodes known = codes;
      if (known == null) {
        known = SegmentedCodes.of(parts, starts).orElse(null);
        codes = known;
      }
      return Optional.ofNullable(known);
    }

    @Override
    public String get(int row) {
      int part = part(row);
      return ((Column.Texts) parts[part]).get(row - starts[part]);
    }

    @Override
    public byte[] utf8(int row) {
      int part = part(row);
      return ((Column.Texts) parts[part]).utf8(row - starts[part]);
    }

    @Override
    public int length(int row) {
      int part = part(row);
      return ((Column.Texts) parts[part]).length(row - starts[part]);
    }

    @Override
    public boolean equalsUtf8(int row, byte[] value) {
      int part = part(row);
      return ((Column.Texts) parts[part]).equalsUtf8(row - starts[part], value);
    }

    @Override
    public int compareUtf8(int row, byte[] value) {
      int part = part(row);
      return ((Column.Texts) parts[part]).compareUtf8(row - starts[part], value);
    }

    @Override
    public int hash(int row) {
      int part = part(row);
      return ((Column.Texts) parts[part]).hash(row - starts[part]);
    }

    @Override
    public boolean isEqual(int row, Column.Texts other, int otherRow) {
      int part = part(row);
      Column.Texts own = (Column.Texts) parts[part];
      if (other instanceof SegmentedColumns.Texts segmented) {
        int otherPart = segmented.part(otherRow);
        return own.isEqual(
            row - starts[part],
            (Column.Texts) segmented.parts[otherPart],
            otherRow - segmented.starts[otherPart]);
      }
      return own.isEqual(row - starts[part], other, otherRow);
    }

    @Override
    public int compare(int row, Column.Texts other, int otherRow) {
      int part = part(row);
      Column.Texts own = (Column.Texts) parts[part];
      if (other instanceof SegmentedColumns.Texts segmented) {
        int otherPart = segmented.part(otherRow);
        return own.compare(
            row - starts[part],
            (Column.Texts) segmented.parts[otherPart],
            otherRow - segmented.starts[otherPart]);
      }
      return own.compare(row - starts[part], other, otherRow);
    }
  }

  private static final class Vectors extends Segmented implements Column.Vectors {

    Vectors(Column[] parts, int[] starts) {
      super(parts, starts);
    }

    @Override
    public float[] get(int row) {
      int part = part(row);
      return ((Column.Vectors) parts[part]).get(row - starts[part]);
    }

    @Override
    public float[] elements(int row) {
      int part = part(row);
      return ((Column.Vectors) parts[part]).elements(row - starts[part]);
    }

    @Override
    public int offset(int row) {
      int part = part(row);
      return ((Column.Vectors) parts[part]).offset(row - starts[part]);
    }
  }

  private static final class Lists extends Segmented implements Column.Lists {

    Lists(Column[] parts, int[] starts) {
      super(parts, starts);
    }

    @Override
    public List<Object> get(int row) {
      int part = part(row);
      return ((Column.Lists) parts[part]).get(row - starts[part]);
    }
  }
}
