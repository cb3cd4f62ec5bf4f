package io.omnigraph.store.table;

import io.omnigraph.graph.snapshot.Column;
import io.omnigraph.values.text.TextBytes;
import java.util.function.IntConsumer;

/** Finds the rows of a segment by the node that one of their ends is. */
public final class NodeLookup {

  private final Column.Texts ends;
  private final HashedRows firsts;
  // The next row at the same node, plus one; 0 after the last.
  private final int[] next;

  /** The lookup of a column of ids of nodes. */
  public NodeLookup(Column.Texts ends, int count) {
    this.ends = ends;
    this.firsts = new HashedRows(count);
    this.next = new int[count];
    for (int row = 0; row < count; row++) {
      int hash = ends.hash(row);
      int current = row;
      int first = firsts.find(hash, other -> ends.isEqual(other, ends, current));
      if (first < 0) {
        firsts.add(row, hash);
      } else {
        next[row] = next[first];
        next[first] = row + 1;
      }
    }
  }

  /** Passes on each row at a node, whether live or not. */
  void each(byte[] node, IntConsumer action) {
    int row = firsts.find(TextBytes.hash(node), first -> ends.equalsUtf8(first, node));
    while (row >= 0) {
      action.accept(row);
      row = next[row] - 1;
    }
  }

  /** The bytes that the lookup takes in memory, without the ids themselves. */
  long bytes() {
    return firsts.bytes() + (long) Integer.BYTES * next.length;
  }
}
