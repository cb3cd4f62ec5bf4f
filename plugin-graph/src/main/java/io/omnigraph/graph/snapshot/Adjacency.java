package io.omnigraph.graph.snapshot;

/**
 * The neighbours of nodes along live edges of one type in one direction, as compressed sparse rows
 * over dense row numbers. Edges whose far node does not exist are not in it. Parallel edges appear
 * once each.
 */
public interface Adjacency {

  /** The number of edges at a node. */
  int degree(int node);

  /** The node at the far end of the {@code index}-th edge of a node, {@code index < degree}. */
  int neighbour(int node, int index);

  /** The row of that edge in its edge table. */
  int edge(int node, int index);
}
