package io.omnigraph.query.execute;

import io.omnigraph.graph.snapshot.Adjacency;
import io.omnigraph.graph.snapshot.Column;
import io.omnigraph.graph.snapshot.EdgeTable;
import io.omnigraph.graph.snapshot.Snapshot;
import io.omnigraph.query.check.NodeVariable;
import io.omnigraph.query.check.Pattern.Traversal;
import io.omnigraph.query.plan.Step;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;

/** Turns the steps of a plan into operators. */
final class Pipeline {

  private final int slots;
  private final Snapshot snapshot;
  private final Columns columns;
  private final Tests tests;
  private final Budget budget;

  Pipeline(int slots, Snapshot snapshot, Columns columns, Budget budget) {
    this.slots = slots;
    this.snapshot = snapshot;
    this.columns = columns;
    this.tests = new Tests(columns);
    this.budget = budget;
  }

  /** Runs steps from one row without a node, and gives what comes out to an operator. */
  void run(List<Step> steps, Operator sink) {
    chain(steps, Set.of(), sink).accept(Batch.unit(slots));
  }

  /**
   * The operators of steps.
   *
   * @param bound the slots that incoming rows have nodes in
   */
  private Operator chain(List<Step> steps, Set<Integer> bound, Operator sink) {
    if (steps.isEmpty()) {
      return sink;
    }
    Set<Integer> after = new HashSet<>(bound);
    switch (steps.getFirst()) {
      case Step.Scan scan -> after.add(scan.variable().slot());
      case Step.Expand expand -> after.add(expand.to().slot());
      case Step.Join _, Step.Filter _, Step.AntiJoin _ -> {}
    }
    Operator next = chain(steps.subList(1, steps.size()), after, sink);
    return switch (steps.getFirst()) {
      case Step.Scan scan -> scan(scan, bound, next);
      case Step.Expand expand -> expand(expand, bound, next);
      case Step.Join(var traversal) -> join(traversal, next);
      case Step.Filter(var conditions) -> new FilterOperator(tests.all(conditions), next);
      case Step.AntiJoin(var inner) ->
          new AntiJoinOperator(witness -> chain(inner, bound, witness), next);
    };
  }

  private Operator scan(Step.Scan scan, Set<Integer> bound, Operator next) {
    NodeVariable variable = scan.variable();
    IntPredicate condition = tests.allOfNode(scan.conditions());
    Fanout out = fanout(bound, variable, next);
    if (scan.key().isEmpty()) {
      return new ScanOperator(columns.table(variable), condition, out);
    }
    Operand key = columns.operand(scan.key().get());
    return new LookupOperator(
        columns.table(variable), (Column.Texts) key.column(), key.slot(), condition, out);
  }

  private Operator expand(Step.Expand expand, Set<Integer> bound, Operator next) {
    boolean isForward = expand.traversal().from().equals(expand.from());
    return new ExpandOperator(
        partners(expand.traversal(), isForward),
        expand.from().slot(),
        tests.allOfNode(expand.conditions()),
        expand.reach(),
        fanout(bound, expand.to(), next));
  }

  private Operator join(Traversal traversal, Operator next) {
    Partners partners = partners(traversal, true);
    int from = traversal.from().slot();
    int to = traversal.to().slot();
    return new FilterOperator(
        (nodes, position) -> partners.has(nodes[from][position], nodes[to][position]), next);
  }

  private Fanout fanout(Set<Integer> bound, NodeVariable variable, Operator next) {
    return new Fanout(slots, bound, variable.slot(), budget, next);
  }

  private Partners partners(Traversal traversal, boolean isForward) {
    EdgeTable edges = snapshot.edges(traversal.edge().name());
    if (traversal.min() > 1 && !traversal.chains()) {
      return new NoPartners();
    }
    Adjacency adjacency = isForward ? edges.outgoing() : edges.incoming();
    return traversal.max() == 1 || !traversal.chains()
        ? new DirectPartners(adjacency, !traversal.chains())
        : new ReachablePartners(adjacency, traversal.min(), traversal.max(), budget);
  }
}
