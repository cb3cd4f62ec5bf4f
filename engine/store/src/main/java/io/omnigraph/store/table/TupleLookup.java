package io.omnigraph.store.table;

import io.omnigraph.graph.column.Values;
import io.omnigraph.graph.snapshot.Column;
import io.omnigraph.values.Identity;
import io.omnigraph.values.text.TextBytes;
import java.util.BitSet;
import java.util.List;

/**
 * Finds the rows of a segment by their values in several columns. Rows with a null are not found.
 */
public final class TupleLookup {

  private static final int FACTOR = 0x9E3779B9;

  private final List<Column> columns;
  private final HashedRows rows;

  /** The lookup of some columns. */
  public TupleLookup(List<Column> columns, int count) {
    this.columns = List.copyOf(columns);
    this.rows = new HashedRows(count);
    for (int row = 0; row < count; row++) {
      int current = row;
      if (columns.stream().noneMatch(column -> column.isNull(current))) {
        rows.add(row, hash(row));
      }
    }
  }

  /**
   * The row of a tuple; -1 when there is none.
   *
   * @param tuple values as {@link Identity#of} makes them
   * @param dead rows that do not count
   */
  int find(List<Object> tuple, BitSet dead) {
    int hash = 0;
    for (Object value : tuple) {
      hash =
          mixed(
              hash, value instanceof String s ? TextBytes.hash(TextBytes.of(s)) : value.hashCode());
    }
    return rows.find(hash, row -> !dead.get(row) && isAt(row, tuple));
  }

  /** The bytes that the lookup takes in memory, without the values themselves. */
  long bytes() {
    return rows.bytes();
  }

  private boolean isAt(int row, List<Object> tuple) {
    for (int i = 0; i < tuple.size(); i++) {
      if (!Identity.of(Values.at(columns.get(i), row)).equals(tuple.get(i))) {
        return false;
      }
    }
    return true;
  }

  private int hash(int row) {
    int hash = 0;
    for (Column column : columns) {
      hash = mixed(hash, hash(column, row));
    }
    return hash;
  }

  private static int hash(Column column, int row) {
    return switch (column) {
      case Column.Texts texts -> texts.hash(row);
      case Column.Longs longs -> Long.hashCode(longs.get(row));
      case Column.Doubles doubles -> Double.hashCode(Identity.of(doubles.get(row)));
      case Column.Booleans booleans -> Boolean.hashCode(booleans.get(row));
      case Column.Vectors _, Column.Lists _ -> Identity.of(Values.at(column, row)).hashCode();
    };
  }

  private static int mixed(int hash, int next) {
    int mixed = (hash ^ next) * FACTOR;
    return mixed ^ (mixed >>> 15);
  }
}
