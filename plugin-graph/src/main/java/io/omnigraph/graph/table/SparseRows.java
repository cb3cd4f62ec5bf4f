package io.omnigraph.graph.table;

import io.omnigraph.graph.column.ColumnSpec;
import io.omnigraph.graph.snapshot.Adjacency;
import io.omnigraph.graph.snapshot.Column;

/** Adjacency as compressed sparse rows. */
final class SparseRows implements Adjacency {

  private final int[] starts;
  private final int[] neighbours;
  private final int[] edges;

  private SparseRows(int[] starts, int[] neighbours, int[] edges) {
    this.starts = starts;
    this.neighbours = neighbours;
    this.edges = edges;
  }

  /**
   * The adjacency of live edges from their near ends to their far ends.
   *
   * @param near the column of the near ends, which are among {@code nearNodes}
   */
  static SparseRows build(
      TableRows edges, ColumnSpec near, TableRows nearNodes, ColumnSpec far, TableRows farNodes) {
    int size = edges.size();
    int[] from = ends(edges, near, nearNodes);
    int[] to = ends(edges, far, farNodes);
    int[] starts = new int[nearNodes.size() + 1];
    for (int edge = 0; edge < size; edge++) {
      if (from[edge] >= 0 && to[edge] >= 0) {
        starts[from[edge] + 1]++;
      }
    }
    for (int node = 0; node < nearNodes.size(); node++) {
      starts[node + 1] += starts[node];
    }
    int[] next = starts.clone();
    int[] neighbours = new int[starts[nearNodes.size()]];
    int[] edgeRows = new int[neighbours.length];
    for (int edge = 0; edge < size; edge++) {
      if (from[edge] >= 0 && to[edge] >= 0) {
        int at = next[from[edge]]++;
        neighbours[at] = to[edge];
        edgeRows[at] = edge;
      }
    }
    return new SparseRows(starts, neighbours, edgeRows);
  }

  private static int[] ends(TableRows edges, ColumnSpec end, TableRows nodes) {
    int[] rows = new int[edges.size()];
    Column.Texts ids = (Column.Texts) edges.column(end);
    for (int edge = 0; edge < rows.length; edge++) {
      rows[edge] = edges.isLive(edge) ? nodes.rowOf(ids.get(edge)) : -1;
    }
    return rows;
  }

  @Override
  public int degree(int node) {
    return starts[node + 1] - starts[node];
  }

  @Override
  public int neighbour(int node, int index) {
    return neighbours[starts[node] + index];
  }

  @Override
  public int edge(int node, int index) {
    return edges[starts[node] + index];
  }
}
