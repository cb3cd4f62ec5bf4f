package io.omnigraph.execute.operator;

import io.omnigraph.execute.operator.UnionAdjacency.Part;
import io.omnigraph.graph.snapshot.Adjacency;
import io.omnigraph.graph.snapshot.EdgeTable;
import io.omnigraph.graph.snapshot.Snapshot;
import io.omnigraph.query.check.NodeVariable;
import io.omnigraph.query.check.Pattern.Direction;
import io.omnigraph.query.check.Pattern.Member;
import io.omnigraph.query.check.Pattern.Traversal;
import java.util.ArrayList;
import java.util.List;

/** Finds the ways that traversals go, from either of their ends. */
final class Walks {

  private final Snapshot snapshot;
  private final Budget budget;
  private final boolean isCounted;

  /**
   * The ways of a query.
   *
   * @param isCounted whether what is looked at is counted as the work of traversals
   */
  Walks(Snapshot snapshot, Budget budget, boolean isCounted) {
    this.snapshot = snapshot;
    this.budget = budget;
    this.isCounted = isCounted;
  }

  /** The nodes that are paired with those of one end. */
  Partners partners(Traversal traversal, NodeVariable from) {
    if (traversal.edge() != null) {
      return new EdgePartners(walk(traversal, from));
    }
    List<Part> parts = parts(traversal, from);
    Adjacency adjacency =
        isCounted ? UnionAdjacency.counted(parts, budget) : UnionAdjacency.of(parts);
    Partners partners =
        traversal.max() == 1
            ? new DirectPartners(adjacency)
            : new ReachablePartners(adjacency, traversal.min(), traversal.max(), budget);
    return traversal.from().isNullable() || traversal.to().isNullable()
        ? new MissingPartners(partners)
        : partners;
  }

  /** The edges at the nodes of one end. */
  EdgeWalk walk(Traversal traversal, NodeVariable from) {
    return new EdgeWalk(parts(traversal, from), isCounted ? budget : Budget.unlimited());
  }

  private List<Part> parts(Traversal traversal, NodeVariable from) {
    EdgeRows rows = new EdgeRows(snapshot, traversal.members().stream().map(Member::type).toList());
    boolean isForward = traversal.from().slot() == from.slot();
    List<Part> parts = new ArrayList<>();
    for (int i = 0; i < traversal.members().size(); i++) {
      EdgeTable table = rows.table(i);
      Direction direction = traversal.members().get(i).direction();
      boolean isOutgoing = (direction == Direction.FORWARD) == isForward;
      if (direction == Direction.EITHER || isOutgoing) {
        parts.add(new Part(table.outgoing(), rows.start(i), false));
      }
      if (direction == Direction.EITHER || !isOutgoing) {
        parts.add(new Part(table.incoming(), rows.start(i), direction == Direction.EITHER));
      }
    }
    return parts;
  }
}
