package io.omnigraph.execute.operator;

import io.omnigraph.graph.snapshot.Adjacency;

/** Pairs nodes that one edge joins. */
final class DirectPartners implements Partners {

  private final Adjacency adjacency;
  private final boolean loopsCount;
  private final IntList found = new IntList();

  /**
   * A relation along single edges.
   *
   * @param loopsCount whether an edge between equal row numbers is a pair: it is one between
   *     tables, and none within a table, where it is a loop
   */
  DirectPartners(Adjacency adjacency, boolean loopsCount) {
    this.adjacency = adjacency;
    this.loopsCount = loopsCount;
  }

  @Override
  public IntList of(int node) {
    int degree = adjacency.degree(node);
    found.filled(adjacency.neighbours(node, found.room(degree)));
    found.makeDistinct();
    if (!loopsCount) {
      found.remove(node);
    }
    return found;
  }

  @Override
  public int count(int node) {
    return adjacency.distinctNeighbours(node, loopsCount ? -1 : node);
  }

  @Override
  public boolean has(int node, int partner) {
    if (!loopsCount && node == partner) {
      return false;
    }
    int degree = adjacency.degree(node);
    for (int i = 0; i < degree; i++) {
      if (adjacency.neighbour(node, i) == partner) {
        return true;
      }
    }
    return false;
  }
}
