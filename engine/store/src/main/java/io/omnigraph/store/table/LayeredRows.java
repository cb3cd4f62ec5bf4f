package io.omnigraph.store.table;

import io.omnigraph.graph.snapshot.Adjacency;

/**
 * Adjacency of one state of tables over that of an earlier state: nodes whose edges came or went
 * have lists of their own, all others those of the base. A node that was replaced since, under
 * another number, is found in the lists of others through a redirect.
 */
final class LayeredRows implements Adjacency {

  private final SparseRows base;
  private final RowShift near;
  private final RowShift far;
  private final RowShift edge;
  private final IntTable redirects;
  private final IntTable touched;
  private final SparseRows lists;

  /**
   * Layers.
   *
   * @param redirects from far nodes of the base to what replaced them
   * @param touched from near nodes to rows of {@code lists}
   */
  LayeredRows(
      SparseRows base, Shifts shifts, IntTable redirects, IntTable touched, SparseRows lists) {
    this.base = base;
    this.near = shifts.near;
    this.far = shifts.far;
    this.edge = shifts.edge;
    this.redirects = redirects;
    this.touched = touched;
    this.lists = lists;
  }

  @Override
  public int degree(int node) {
    int list = touched.get(node);
    if (list >= 0) {
      return lists.degree(list);
    }
    int before = near.earlier(node);
    return before < 0 ? 0 : base.degree(before);
  }

  @Override
  public int neighbour(int node, int index) {
    int list = touched.get(node);
    return list >= 0
        ? lists.neighbour(list, index)
        : farNode(base.neighbour(near.earlier(node), index));
  }

  @Override
  public int edge(int node, int index) {
    int list = touched.get(node);
    return list >= 0 ? lists.edge(list, index) : edge.later(base.edge(near.earlier(node), index));
  }

  @Override
  public boolean joins(int node, int farNode) {
    int list = touched.get(node);
    if (list >= 0) {
      return lists.joins(list, farNode);
    }
    int before = near.earlier(node);
    if (before < 0) {
      return false;
    }
    return (redirects.isEmpty() && far.isPrefix())
        ? base.joins(before, farNode)
        : Adjacency.super.joins(node, farNode);
  }

  @Override
  public int neighbours(int node, int[] into) {
    int list = touched.get(node);
    if (list >= 0) {
      return lists.neighbours(list, into);
    }
    int before = near.earlier(node);
    int count = before < 0 ? 0 : base.neighbours(before, into);
    if (!redirects.isEmpty() || !far.isPrefix()) {
      for (int i = 0; i < count; i++) {
        into[i] = farNode(into[i]);
      }
    }
    return count;
  }

  @Override
  public int edges(int node, int[] into) {
    int list = touched.get(node);
    if (list >= 0) {
      return lists.edges(list, into);
    }
    int before = near.earlier(node);
    int count = before < 0 ? 0 : base.edges(before, into);
    if (!edge.isPrefix()) {
      for (int i = 0; i < count; i++) {
        into[i] = edge.later(into[i]);
      }
    }
    return count;
  }

  @Override
  public int distinctNeighbours(int node, int except) {
    int list = touched.get(node);
    if (list >= 0) {
      return lists.distinctNeighbours(list, except);
    }
    int before = near.earlier(node);
    if (before < 0) {
      return 0;
    }
    return redirects.isEmpty() && far.isPrefix()
        ? base.distinctNeighbours(before, except)
        : Adjacency.super.distinctNeighbours(node, except);
  }

  @Override
  public void distinctNeighbours(int[] nodes, int count, int[] into) {
    boolean isAsBefore =
        touched.isEmpty() && redirects.isEmpty() && near.isPrefix() && far.isPrefix();
    if (isAsBefore) {
      base.distinctNeighbours(nodes, count, into);
    } else {
      Adjacency.super.distinctNeighbours(nodes, count, into);
    }
  }

  private int farNode(int before) {
    int redirected = redirects.isEmpty() ? -1 : redirects.get(before);
    return redirected >= 0 ? redirected : far.later(before);
  }

  /** How the rows of three tables moved since the base. */
  record Shifts(RowShift near, RowShift far, RowShift edge) {}
}
