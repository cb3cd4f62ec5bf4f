package io.omnigraph.graph.table;

import io.omnigraph.graph.snapshot.Adjacency;

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
   * Sorts the rows of edges by the node that they start at.
   *
   * @param from the near node of each edge row; negative to leave the edge out
   * @param to the far node of each edge row; negative to leave the edge out
   */
  static SparseRows of(int[] from, int[] to, int nodes) {
    return of(from, to, new int[0], nodes);
  }

  /**
   * Sorts edges by the node that they start at.
   *
   * @param rows of the edges; empty when they are the places in the other arrays
   */
  static SparseRows of(int[] from, int[] to, int[] rows, int nodes) {
    int[] starts = new int[nodes + 1];
    for (int i = 0; i < from.length; i++) {
      if (from[i] >= 0 && to[i] >= 0) {
        starts[from[i] + 1]++;
      }
    }
    for (int node = 0; node < nodes; node++) {
      starts[node + 1] += starts[node];
    }
    int[] next = starts.clone();
    int[] neighbours = new int[starts[nodes]];
    int[] edges = new int[neighbours.length];
    for (int i = 0; i < from.length; i++) {
      if (from[i] >= 0 && to[i] >= 0) {
        int at = next[from[i]]++;
        neighbours[at] = to[i];
        edges[at] = rows.length == 0 ? i : rows[i];
      }
    }
    return new SparseRows(starts, neighbours, edges);
  }

  /** The same edges from their far ends to their near ends. */
  SparseRows reversed(int farNodes) {
    int[] reverseStarts = new int[farNodes + 1];
    for (int far : neighbours) {
      reverseStarts[far + 1]++;
    }
    for (int node = 0; node < farNodes; node++) {
      reverseStarts[node + 1] += reverseStarts[node];
    }
    int[] next = reverseStarts.clone();
    int[] sources = new int[neighbours.length];
    int[] rows = new int[neighbours.length];
    for (int near = 0; near < starts.length - 1; near++) {
      for (int i = starts[near]; i < starts[near + 1]; i++) {
        int at = next[neighbours[i]]++;
        sources[at] = near;
        rows[at] = edges[i];
      }
    }
    return new SparseRows(reverseStarts, sources, rows);
  }

  /** The number of edges. */
  int size() {
    return edges.length;
  }

  /** The bytes that the rows take in memory. */
  long bytes() {
    return 64 + (long) Integer.BYTES * (starts.length + neighbours.length + edges.length);
  }

  @Override
  public int degree(int node) {
    return node + 1 < starts.length ? starts[node + 1] - starts[node] : 0;
  }

  @Override
  public int neighbour(int node, int index) {
    return neighbours[starts[node] + index];
  }

  @Override
  public int edge(int node, int index) {
    return edges[starts[node] + index];
  }

  @Override
  public int neighbours(int node, int[] into) {
    int degree = degree(node);
    if (degree > 0) {
      System.arraycopy(neighbours, starts[node], into, 0, degree);
    }
    return degree;
  }

  @Override
  public int edges(int node, int[] into) {
    int degree = degree(node);
    if (degree > 0) {
      System.arraycopy(edges, starts[node], into, 0, degree);
    }
    return degree;
  }

  @Override
  public int distinctNeighbours(int node, int except) {
    if (degree(node) == 0) {
      return 0;
    }
    int count = 0;
    int previous = -1;
    for (int i = starts[node]; i < starts[node + 1]; i++) {
      int far = neighbours[i];
      if (far < previous) {
        return Adjacency.super.distinctNeighbours(node, except);
      }
      if (far > previous && far != except) {
        count++;
      }
      previous = far;
    }
    return count;
  }
}
