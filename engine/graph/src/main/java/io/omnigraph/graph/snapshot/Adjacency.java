package io.omnigraph.graph.snapshot;

import java.util.Arrays;

/**
 * The neighbours of nodes along live edges of one type in one direction, as compressed sparse rows
 * over dense row numbers. Edges whose far node does not exist are not in it; a commit has none of
 * those. Parallel edges appear once each, in no order of meaning.
 */
public interface Adjacency {

  /** The number of edges at a node. */
  int degree(int node);

  /** The node at the far end of the {@code index}-th edge of a node, {@code index < degree}. */
  int neighbour(int node, int index);

  /** The row of that edge in its edge table. */
  int edge(int node, int index);

  /** Whether an edge of a node has another node at its far end. */
  default boolean joins(int node, int far) {
    int degree = degree(node);
    for (int index = 0; index < degree; index++) {
      if (neighbour(node, index) == far) {
        return true;
      }
    }
    return false;
  }

  /**
   * Copies the nodes at the far ends of all edges of a node, in the order of {@link #neighbour}, to
   * the front of an array with room for them, and returns how many they are.
   */
  default int neighbours(int node, int[] into) {
    int degree = degree(node);
    for (int index = 0; index < degree; index++) {
      into[index] = neighbour(node, index);
    }
    return degree;
  }

  /** Copies the rows of all edges of a node likewise, in the order of {@link #edge}. */
  default int edges(int node, int[] into) {
    int degree = degree(node);
    for (int index = 0; index < degree; index++) {
      into[index] = edge(node, index);
    }
    return degree;
  }

  /**
   * The number of different nodes at the far ends of all edges of a node, one of them left out.
   *
   * @param except the node that does not count; negative when all do
   */
  default int distinctNeighbours(int node, int except) {
    int[] far = new int[degree(node)];
    neighbours(node, far);
    Arrays.sort(far);
    int count = 0;
    for (int i = 0; i < far.length; i++) {
      if (far[i] != except && (i == 0 || far[i] != far[i - 1])) {
        count++;
      }
    }
    return count;
  }

  /** Puts the number of different nodes at the far ends of the edges of each of some nodes. */
  default void distinctNeighbours(int[] nodes, int count, int[] into) {
    for (int i = 0; i < count; i++) {
      into[i] = distinctNeighbours(nodes[i], -1);
    }
  }
}
