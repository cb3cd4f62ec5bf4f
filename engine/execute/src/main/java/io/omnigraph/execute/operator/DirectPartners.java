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
  public boolean any(int node) {
    return adjacency.degree(node) > 0;
  }

  @Override
  public void counts(int[] nodes, int count, int[] into) {
    adjacency.distinctNeighbours(nodes, count, into);
  }

  @Override
  public boolean has(int node, int partner) {
    return adjacency.joins(node, partner);
  }
}
