package io.omnigraph.store.table;

import io.omnigraph.graph.snapshot.Adjacency;
import io.omnigraph.graph.snapshot.RowRuns;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Adjacency as compressed sparse rows. Once the different neighbours of many nodes have been asked
 * for, their numbers are worked out for all nodes and kept. Safe for use by several threads.
 */
final class SparseRows implements Adjacency {

  /** One node in so many has to be asked for before the numbers of all are kept. */
  private static final int RARE = 8;

  private final int[] starts;
  private final int[] neighbours;
  private final int[] edges;

  /** Whether the neighbours of each node stand in ascending order. */
  private final boolean isOrdered;

  /** The different neighbours of each node, doubled, and 1 more where the node is one of them. */
  private volatile int @Nullable [] different;

  /** Roughly how often they were counted; threads that lose one another's count do no harm. */
  private int counted;

  private SparseRows(int[] starts, int[] neighbours, int[] edges, boolean isOrdered) {
    this.isOrdered = isOrdered;
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
    return new SparseRows(starts, neighbours, edges, false);
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
    return new SparseRows(reverseStarts, sources, rows, true);
  }

  /** The number of edges. */
  int size() {
    return edges.length;
  }

  /** The bytes that the rows take in memory, with the numbers that they may come to keep. */
  long bytes() {
    return 64
        + (long) Integer.BYTES * (2 * (long) starts.length + neighbours.length + edges.length);
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
  public boolean joins(int node, int far) {
    if (!isOrdered) {
      return Adjacency.super.joins(node, far);
    }
    return node + 1 < starts.length
        && Arrays.binarySearch(neighbours, starts[node], starts[node + 1], far) >= 0;
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
    if (except >= 0 && except != node) {
      return counted(node, except);
    }
    int[] known = different;
    if (known == null) {
      if (counted++ < starts.length / RARE) {
        return counted(node, except);
      }
      known = differentOfAll();
      different = known;
    }
    return except < 0 ? known[node] >>> 1 : (known[node] >>> 1) - (known[node] & 1);
  }

  @Override
  public void distinctNeighbours(int[] nodes, int count, int[] into) {
    int[] known = different;
    if (known == null) {
      counted += count - 1;
      Adjacency.super.distinctNeighbours(nodes, count, into);
      return;
    }
    if (RowRuns.isRun(nodes, count) && nodes[0] <= known.length - count) {
      int first = nodes[0];
      for (int i = 0; i < count; i++) {
        into[i] = known[first + i] >>> 1;
      }
      return;
    }
    for (int i = 0; i < count; i++) {
      int node = nodes[i];
      into[i] = node < known.length ? known[node] >>> 1 : 0;
    }
  }

  private int[] differentOfAll() {
    int[] numbers = new int[starts.length - 1];
    for (int node = 0; node < numbers.length; node++) {
      int all = counted(node, -1);
      numbers[node] = 2 * all + (all - counted(node, node));
    }
    return numbers;
  }

  /** Counts different neighbours, in one pass when they stand in order. */
  private int counted(int node, int except) {
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
