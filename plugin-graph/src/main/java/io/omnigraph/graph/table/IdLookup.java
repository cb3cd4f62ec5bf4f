package io.omnigraph.graph.table;

import io.omnigraph.graph.snapshot.Column;
import java.util.BitSet;

/** Finds the rows of a segment by their ids. */
public final class IdLookup {

  private final Column.Texts ids;
  private final HashedRows rows;

  /** The lookup of a column of ids. */
  public IdLookup(Column.Texts ids, int count) {
    this.ids = ids;
    this.rows = new HashedRows(count);
    for (int row = 0; row < count; row++) {
      rows.add(row, ids.hash(row));
    }
  }

  /**
   * The row of an id; -1 when there is none.
   *
   * @param id as UTF-8
   * @param hash {@link io.omnigraph.graph.value.Utf8#hash(byte[]) of} the id
   * @param dead rows that do not count
   */
  int find(byte[] id, int hash, BitSet dead) {
    return rows.find(hash, row -> !dead.get(row) && ids.equalsUtf8(row, id));
  }

  /** The row of the id that stands in a row of another column; -1 when there is none. */
  int find(Column.Texts others, int other, int hash, BitSet dead) {
    return rows.find(hash, row -> !dead.get(row) && ids.isEqual(row, others, other));
  }

  /** The bytes that the lookup takes in memory, without the ids themselves. */
  long bytes() {
    return rows.bytes();
  }
}
