package io.omnigraph.store.table;

import io.omnigraph.graph.column.ColumnSpec;
import io.omnigraph.graph.snapshot.Column;
import io.omnigraph.store.table.TableRows.Slice;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Finds the nodes that edges start or end at, many at a time and without making texts. */
final class EdgeEnds {

  private static final int BATCH = 256;

  private final TableRows nodes;
  private final List<IdLookup> lookups;
  // The segment that most nodes are in, which is asked first.
  private final int largest;

  EdgeEnds(TableRows nodes) {
    this.nodes = nodes;
    this.lookups = nodes.slices().stream().map(slice -> slice.segment().ids()).toList();
    this.largest =
        IntStream.range(0, lookups.size())
            .boxed()
            .max(Comparator.comparingInt(i -> nodes.slices().get(i).segment().rows()))
            .orElse(0);
  }

  /** The node of each edge row; -1 for a dead edge and where there is no such node. */
  int[] ofAll(TableRows edges, ColumnSpec end) {
    int[] found = new int[edges.size()];
    for (int i = 0; i < edges.slices().size(); i++) {
      Slice slice = edges.slices().get(i);
      int rows = slice.segment().rows();
      Column.Texts ids = (Column.Texts) slice.segment().column(end);
      for (int first = 0; first < rows; first += BATCH) {
        int[] batch = batch(ids, first, Math.min(BATCH, rows - first));
        System.arraycopy(batch, 0, found, edges.start(i) + first, batch.length);
      }
      int start = edges.start(i);
      slice.dead().stream().limit(rows).forEach(row -> found[start + row] = -1);
    }
    return found;
  }

  private int[] batch(Column.Texts ids, int first, int count) {
    int[] hashes = new int[count];
    for (int i = 0; i < count; i++) {
      hashes[i] = ids.hash(first + i);
    }
    int[] found = new int[count];
    if (lookups.isEmpty()) {
      Arrays.fill(found, -1);
      return found;
    }
    lookups.get(largest).findAll(ids, first, hashes, dead(largest), found);
    for (int i = 0; i < count; i++) {
      found[i] = found[i] >= 0 ? nodes.start(largest) + found[i] : node(ids, first + i, hashes[i]);
    }
    return found;
  }

  private BitSet dead(int slice) {
    return nodes.slices().get(slice).dead();
  }

  /** The node of each of some edges, ascending, whether live or not; -1 where there is none. */
  int[] of(TableRows edges, ColumnSpec end, int[] rows) {
    int[] found = new int[rows.length];
    Column.Texts ids = (Column.Texts) edges.take(end, rows);
    for (int i = 0; i < rows.length; i++) {
      found[i] = node(ids, i);
    }
    return found;
  }

  /** The live node with the id that stands in a row of a column; -1 when there is none. */
  int node(Column.Texts ids, int row) {
    return node(ids, row, ids.hash(row));
  }

  private int node(Column.Texts ids, int row, int hash) {
    for (int i = lookups.size() - 1; i >= 0; i--) {
      int found = lookups.get(i).find(ids, row, hash, dead(i));
      if (found >= 0) {
        return nodes.start(i) + found;
      }
    }
    return -1;
  }
}
