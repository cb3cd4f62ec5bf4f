package io.omnigraph.graph.table;

import io.omnigraph.graph.column.ColumnSpec;
import io.omnigraph.graph.snapshot.Column;
import io.omnigraph.graph.table.TableRows.Slice;
import java.util.Arrays;
import java.util.List;

/** Finds the nodes that edges start or end at, many at a time and without making texts. */
final class EdgeEnds {

  private final TableRows nodes;
  private final List<IdLookup> lookups;

  EdgeEnds(TableRows nodes) {
    this.nodes = nodes;
    this.lookups = nodes.slices().stream().map(slice -> slice.segment().ids()).toList();
  }

  /** The node of each edge row; -1 for a dead edge and where there is no such node. */
  int[] ofAll(TableRows edges, ColumnSpec end) {
    int[] found = new int[edges.size()];
    Arrays.fill(found, -1);
    for (int i = 0; i < edges.slices().size(); i++) {
      Slice slice = edges.slices().get(i);
      int start = edges.start(i);
      Column.Texts ids = (Column.Texts) slice.segment().column(end);
      for (int row = 0; row < slice.segment().rows(); row++) {
        if (!slice.dead().get(row)) {
          found[start + row] = node(ids, row);
        }
      }
    }
    return found;
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
    int hash = ids.hash(row);
    for (int i = lookups.size() - 1; i >= 0; i--) {
      int found = lookups.get(i).find(ids, row, hash, nodes.slices().get(i).dead());
      if (found >= 0) {
        return nodes.start(i) + found;
      }
    }
    return -1;
  }
}
