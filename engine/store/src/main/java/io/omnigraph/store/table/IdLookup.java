package io.omnigraph.store.table;

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
   * @param hash {@link io.omnigraph.values.text.TextBytes#hash(byte[]) of} the id
   * @param dead rows that do not count
   */
  int find(byte[] id, int hash, BitSet dead) {
    return rows.find(hash, row -> !dead.get(row) && ids.equalsUtf8(row, id));
  }

  /**
   * Finds many ids at once, in steps whose memory accesses do not wait for each other.
   *
   * @param others where the ids stand, in consecutive rows from {@code first} on
   * @param hashes of these ids
   * @param found gets the row of each, or -1
   */
  void findAll(Column.Texts others, int first, int[] hashes, BitSet dead, int[] found) {
    for (int i = 0; i < hashes.length; i++) {
      found[i] = rows.candidate(hashes[i]);
    }
    for (int i = 0; i < hashes.length; i++) {
      int row = found[i];
      if (row >= 0 && ids.length(row) != others.length(first + i)) {
        found[i] = -1;
      }
    }
    for (int i = 0; i < hashes.length; i++) {
      int row = found[i];
      if (row >= 0 && ids.hash(row) != hashes[i]) {
        found[i] = -1;
      }
    }
    for (int i = 0; i < hashes.length; i++) {
      int row = found[i];
      if (row < 0 || dead.get(row) || !ids.isEqual(row, others, first + i)) {
        found[i] = find(others, first + i, hashes[i], dead);
      }
    }
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
