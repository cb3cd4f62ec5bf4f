package io.omnigraph.execute.operator;

import io.omnigraph.graph.snapshot.Adjacency;

/** Pairs nodes that one edge joins; an edge from a node to itself pairs it with itself. */
final class DirectPartners implements Partners {

  private static final int NOBODY = -1;

  private final Adjacency adjacency;
  private final IntList found = new IntList();

  DirectPartners(Adjacency adjacency) {
    this.adjacency = adjacency;
  }

  @Override
  public IntList of(int node) {
    int degree = adjacency.degree(node);
    found.filled(adjacency.neighbours(node, found.room(degree)));
    found.makeDistinct();
    return found;
  }

  @Override
  public int count(int node) {
    return adjacency.distinctNeighbours(node, NOBODY);
  }

  @Override
  public boolean has(int node, int partner) {
    int degree = adjacency.degree(node);
    int[] room = found.room(degree);
    adjacency.neighbours(node, room);
    for (int i = 0; i < degree; i++) {
      if (room[i] == partner) {
        return true;
      }
    }
    return false;
  }
}
