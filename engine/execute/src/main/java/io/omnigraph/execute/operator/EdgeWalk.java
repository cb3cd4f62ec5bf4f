package io.omnigraph.execute.operator;

import io.omnigraph.execute.operator.UnionAdjacency.Part;
import io.omnigraph.graph.snapshot.Adjacency;
import java.util.Arrays;
import java.util.List;

/** Finds the edges at a node one by one, parallel ones apart, and the nodes at their far ends. */
final class EdgeWalk {

  private final List<Part> parts;
  private final Budget budget;
  private int[] partners = new int[16];
  private int[] edges = new int[16];
  private int size;

  /**
   * A walk.
   *
   * @param budget counts what is looked at
   */
  EdgeWalk(List<Part> parts, Budget budget) {
    this.parts = List.copyOf(parts);
    this.budget = budget;
  }

  /** Finds the edges at a node, which may be missing; returns how many they are. */
  int find(int node) {
    size = 0;
    for (int i = 0; node >= 0 && i < parts.size(); i++) {
      add(parts.get(i), node);
    }
    budget.traverse(1L + size);
    return size;
  }

  /** The number of edges at a node, which may be missing; they are not looked at one by one. */
  int count(int node) {
    int count = 0;
    for (int i = 0; node >= 0 && i < parts.size(); i++) {
      if (parts.get(i).isRepeated()) {
        return find(node);
      }
      count += parts.get(i).adjacency().degree(node);
    }
    budget.traverse(1L + count);
    return count;
  }

  private void add(Part part, int node) {
    Adjacency adjacency = part.adjacency();
    int degree = adjacency.degree(node);
    reserve(size + degree);
    for (int index = 0; index < degree; index++) {
      int partner = adjacency.neighbour(node, index);
      if (!part.isRepeated() || partner != node) {
        partners[size] = partner;
        edges[size++] = part.start() + adjacency.edge(node, index);
      }
    }
  }

  private void reserve(int wanted) {
    if (wanted > edges.length) {
      int larger = Math.max(wanted, 2 * edges.length);
      partners = Arrays.copyOf(partners, larger);
      edges = Arrays.copyOf(edges, larger);
    }
  }

  /** The rows of the edges that were found, from the first on. */
  int[] edges() {
    return edges;
  }

  /** Keeps those of the first edges for which a truth is true; returns how many they are. */
  int keep(byte[] truths, int count) {
    int kept = 0;
    for (int i = 0; i < count; i++) {
      if (truths[i] == Truths.TRUE) {
        partners[kept] = partners[i];
        edges[kept++] = edges[i];
      }
    }
    size = kept;
    return kept;
  }

  /** The node at the far end of an edge that was found. */
  int partner(int index) {
    return partners[index];
  }

  /** The row of an edge that was found, among those of all its types. */
  int edge(int index) {
    return edges[index];
  }

  /** Copies the far ends of the edges that were found into an array with room for them. */
  void partners(int[] into) {
    System.arraycopy(partners, 0, into, 0, size);
  }
}
