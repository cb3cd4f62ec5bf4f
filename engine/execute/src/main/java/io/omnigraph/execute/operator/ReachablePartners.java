package io.omnigraph.execute.operator;

import io.omnigraph.graph.snapshot.Adjacency;

/**
 * Pairs nodes by the length of the shortest path from one to the other. A node is its own partner
 * by an edge from itself to itself, at a distance of one.
 */
final class ReachablePartners implements Partners {

  private static final int NONE = -1;

  private final Adjacency adjacency;
  private final long min;
  private final long max;
  private final Budget budget;
  private final IntSet visited = new IntSet();
  private final IntSet members = new IntSet();
  private final IntList found = new IntList();
  private IntList frontier = new IntList();
  private IntList following = new IntList();
  private int[] neighbours = new int[16];
  private int start = NONE;

  ReachablePartners(Adjacency adjacency, long min, long max, Budget budget) {
    this.adjacency = adjacency;
    this.min = min;
    this.max = max;
    this.budget = budget;
  }

  @Override
  public IntList of(int node) {
    if (node != start) {
      search(node);
    }
    return found;
  }

  @Override
  public boolean has(int node, int partner) {
    if (node != start) {
      search(node);
    }
    return members.contains(partner);
  }

  /** Walks breadth first, so that every node is met at the end of a shortest path. */
  private void search(int node) {
    start = node;
    visited.clear();
    members.clear();
    found.clear();
    frontier.clear();
    visited.add(node);
    frontier.add(node);
    for (long distance = 1; distance <= max && frontier.size() > 0; distance++) {
      walk(distance >= min, distance == 1);
      budget.spend(frontier.size());
    }
  }

  private void walk(boolean counts, boolean isFirst) {
    following.clear();
    for (int i = 0; i < frontier.size(); i++) {
      int node = frontier.get(i);
      int degree = adjacency.degree(node);
      if (neighbours.length < degree) {
        neighbours = new int[Math.max(degree, 2 * neighbours.length)];
      }
      adjacency.neighbours(node, neighbours);
      for (int edge = 0; edge < degree; edge++) {
        int neighbour = neighbours[edge];
        if (neighbour == start && isFirst && counts && members.add(neighbour)) {
          found.add(neighbour);
        }
        if (visited.add(neighbour)) {
          following.add(neighbour);
          if (counts) {
            found.add(neighbour);
            members.add(neighbour);
          }
        }
      }
    }
    IntList done = frontier;
    frontier = following;
    following = done;
  }
}
