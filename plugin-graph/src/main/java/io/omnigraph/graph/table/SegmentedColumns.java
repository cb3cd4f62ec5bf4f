package io.omnigraph.graph.table;

import io.omnigraph.graph.column.ColumnBuilder;
import io.omnigraph.graph.snapshot.Column;
import io.omnigraph.schema.catalog.PropertyType;
import java.util.Arrays;
import java.util.List;

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
      return ColumnBuilder.nulls(type, 0);
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

    Segmented(Column[] parts, int[] starts) {
      this.parts = parts;
      this.starts = starts;
    }

    public boolean isNull(int row) {
      int part = partOf(starts, row);
      return parts[part].isNull(row - starts[part]);
    }
  }

  private static final class Longs extends Segmented implements Column.Longs {

    Longs(Column[] parts, int[] starts) {
      super(parts, starts);
    }

    @Override
    public long get(int row) {
      int part = partOf(starts, row);
      return ((Column.Longs) parts[part]).get(row - starts[part]);
    }
  }

  private static final class Doubles extends Segmented implements Column.Doubles {

    Doubles(Column[] parts, int[] starts) {
      super(parts, starts);
    }

    @Override
    public double get(int row) {
      int part = partOf(starts, row);
      return ((Column.Doubles) parts[part]).get(row - starts[part]);
    }
  }

  private static final class Booleans extends Segmented implements Column.Booleans {

    Booleans(Column[] parts, int[] starts) {
      super(parts, starts);
    }

    @Override
    public boolean get(int row) {
      int part = partOf(starts, row);
      return ((Column.Booleans) parts[part]).get(row - starts[part]);
    }
  }

  private static final class Texts extends Segmented implements Column.Texts {

    Texts(Column[] parts, int[] starts) {
      super(parts, starts);
    }

    @Override
    public String get(int row) {
      int part = partOf(starts, row);
      return ((Column.Texts) parts[part]).get(row - starts[part]);
    }
  }

  private static final class Vectors extends Segmented implements Column.Vectors {

    Vectors(Column[] parts, int[] starts) {
      super(parts, starts);
    }

    @Override
    public float[] get(int row) {
      int part = partOf(starts, row);
      return ((Column.Vectors) parts[part]).get(row - starts[part]);
    }
  }

  private static final class Lists extends Segmented implements Column.Lists {

    Lists(Column[] parts, int[] starts) {
      super(parts, starts);
    }

    @Override
    public List<Object> get(int row) {
      int part = partOf(starts, row);
      return ((Column.Lists) parts[part]).get(row - starts[part]);
    }
  }
}
