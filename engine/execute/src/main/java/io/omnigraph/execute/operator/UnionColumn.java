package io.omnigraph.execute.operator;

import io.omnigraph.graph.snapshot.Column;
import java.util.Arrays;
import java.util.List;

/** One column made of several, whose rows follow one another. */
final class UnionColumn {

  private UnionColumn() {}

  /**
   * The union of columns of one sort.
   *
   * @param parts at least one
   * @param starts the row at which each of them begins, ascending
   */
  static Column of(List<Column> parts, int[] starts) {
    if (parts.size() == 1) {
      return parts.getFirst();
    }
    Parts all = new Parts(List.copyOf(parts), starts);
    return switch (parts.getFirst()) {
      case Column.Longs _ -> new Longs(all);
      case Column.Doubles _ -> new Doubles(all);
      case Column.Booleans _ -> new Booleans(all);
      case Column.Texts _ -> new Texts(all);
      case Column.Vectors _ -> new Vectors(all);
      case Column.Lists _ -> new Lists(all);
    };
  }

  private static final class Parts {

    private final List<Column> columns;
    private final int[] starts;

    Parts(List<Column> columns, int[] starts) {
      this.columns = columns;
      this.starts = starts.clone();
    }

    /** The part that a row is in: the last of those that begin there or before. */
    private int at(int row) {
      int found = Arrays.binarySearch(starts, row);
      int part = found >= 0 ? found : -found - 2;
      while (part + 1 < starts.length && starts[part + 1] == row) {
        part++;
      }
      return part;
    }

    private boolean isNull(int row) {
      int part = at(row);
      return columns.get(part).isNull(row - starts[part]);
    }
  }

  private record Longs(Parts parts) implements Column.Longs {

    @Override
    public boolean isNull(int row) {
      return parts.isNull(row);
    }

    @Override
    public long get(int row) {
      int part = parts.at(row);
      return ((Column.Longs) parts.columns.get(part)).get(row - parts.starts[part]);
    }
  }

  private record Doubles(Parts parts) implements Column.Doubles {

    @Override
    public boolean isNull(int row) {
      return parts.isNull(row);
    }

    @Override
    public double get(int row) {
      int part = parts.at(row);
      return ((Column.Doubles) parts.columns.get(part)).get(row - parts.starts[part]);
    }
  }

  private record Booleans(Parts parts) implements Column.Booleans {

    @Override
    public boolean isNull(int row) {
      return parts.isNull(row);
    }

    @Override
    public boolean get(int row) {
      int part = parts.at(row);
      return ((Column.Booleans) parts.columns.get(part)).get(row - parts.starts[part]);
    }
  }

  private record Texts(Parts parts) implements Column.Texts {

    @Override
    public boolean isNull(int row) {
      return parts.isNull(row);
    }

    @Override
    public String get(int row) {
      int part = parts.at(row);
      return ((Column.Texts) parts.columns.get(part)).get(row - parts.starts[part]);
    }
  }

  private record Vectors(Parts parts) implements Column.Vectors {

    @Override
    public boolean isNull(int row) {
      return parts.isNull(row);
    }

    @Override
    public float[] get(int row) {
      int part = parts.at(row);
      return ((Column.Vectors) parts.columns.get(part)).get(row - parts.starts[part]);
    }
  }

  private record Lists(Parts parts) implements Column.Lists {

    @Override
    public boolean isNull(int row) {
      return parts.isNull(row);
    }

    @Override
    public List<Object> get(int row) {
      int part = parts.at(row);
      return ((Column.Lists) parts.columns.get(part)).get(row - parts.starts[part]);
    }
  }
}
