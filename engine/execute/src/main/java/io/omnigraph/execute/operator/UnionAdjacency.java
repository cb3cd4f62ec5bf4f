package io.omnigraph.execute.operator;

import io.omnigraph.graph.snapshot.Adjacency;
import java.util.List;

/**
 * The neighbours of nodes along edges of several types, or of one type both ways. Where the work of
 * traversals is limited, what is looked at is counted.
 */
final class UnionAdjacency implements Adjacency {

  private final List<Part> parts;
  private final Budget budget;
  private final boolean isCounted;

  private UnionAdjacency(List<Part> parts, Budget budget, boolean isCounted) {
    this.parts = List.copyOf(parts);
    this.budget = budget;
    this.isCounted = isCounted;
  }

  /**
   * Edges of one type in one direction.
   *
   * @param start the number of the type's first row among those of all types
   * @param isRepeated whether the same edges are another part in the other direction, in which an
   *     edge from a node to itself is met already
   */
  record Part(Adjacency adjacency, int start, boolean isRepeated) {}

  /** The union of parts. */
  static Adjacency of(List<Part> parts) {
    return parts.size() == 1
        ? parts.getFirst().adjacency()
        : new UnionAdjacency(parts, Budget.unlimited(), false);
  }

  /** The union of parts whose looks are counted as the work of traversals. */
  static Adjacency counted(List<Part> parts, Budget budget) {
    return new UnionAdjacency(parts, budget, true);
  }

  @Override
  public int degree(int node) {
    int degree = 0;
    for (int i = 0; i < parts.size(); i++) {
      degree += parts.get(i).adjacency().degree(node);
    }
    return degree;
  }

  @Override
  public int neighbour(int node, int index) {
    int left = index;
    for (Part part : parts) {
      int degree = part.adjacency().degree(node);
      if (left < degree) {
        return part.adjacency().neighbour(node, left);
      }
      left -= degree;
    }
    throw new IndexOutOfBoundsException(index);
  }

  @Override
  public int edge(int node, int index) {
    int left = index;
    for (Part part : parts) {
      int degree = part.adjacency().degree(node);
      if (left < degree) {
        return part.start() + part.adjacency().edge(node, left);
      }
      left -= degree;
    }
    throw new IndexOutOfBoundsException(index);
  }

  @Override
  public boolean joins(int node, int far) {
    if (isCounted) {
      budget.traverse(1L + degree(node));
    }
    for (Part part : parts) {
      if (part.adjacency().joins(node, far)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public int distinctNeighbours(int node, int except) {
    IntList far = new IntList();
    far.filled(neighbours(node, far.room(degree(node))));
    far.makeDistinct();
    if (except >= 0) {
      far.remove(except);
    }
    return far.size();
  }

  @Override
  public int neighbours(int node, int[] into) {
    int count = 0;
    for (int i = 0; i < parts.size(); i++) {
      Adjacency adjacency = parts.get(i).adjacency();
      int degree = adjacency.degree(node);
      if (count == 0) {
        adjacency.neighbours(node, into);
      } else {
        for (int index = 0; index < degree; index++) {
          into[count + index] = adjacency.neighbour(node, index);
        }
      }
      count += degree;
    }
    if (isCounted) {
      budget.traverse(1L + count);
    }
    return count;
  }
}
