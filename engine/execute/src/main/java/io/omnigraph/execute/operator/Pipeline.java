package io.omnigraph.execute.operator;

import io.omnigraph.execute.operator.BranchCounter.Memory;
import io.omnigraph.execute.operator.Budget.Account;
import io.omnigraph.execute.operator.Fanout.Room;
import io.omnigraph.execute.plan.Branch;
import io.omnigraph.execute.plan.Meeting;
import io.omnigraph.execute.plan.Planned;
import io.omnigraph.execute.plan.Step;
import io.omnigraph.execute.plan.Step.Reach;
import io.omnigraph.graph.snapshot.Column;
import io.omnigraph.graph.snapshot.NodeTable;
import io.omnigraph.query.check.EdgeVariable;
import io.omnigraph.query.check.NodeVariable;
import io.omnigraph.query.check.Pattern.Traversal;
import io.omnigraph.query.check.TypedAggregate;
import io.omnigraph.query.check.TypedExpression;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns the steps of a plan into operators. */
final class Pipeline {

  private final int slots;
  private final Columns columns;
  private final ConditionTruths tests;
  private final Walks walks;
  private final Budget budget;
  private final @Nullable Meters meters;

  /**
   * A pipeline.
   *
   * @param meters that measure the run; absent when nobody wants to know
   */
  Pipeline(int slots, Walks walks, Columns columns, Budget budget, @Nullable Meters meters) {
    this.slots = slots;
    this.walks = walks;
    this.columns = columns;
    this.tests = new ConditionTruths(columns, slots);
    this.budget = budget;
    this.meters = meters;
  }

  /** Runs steps from one row without a node, and gives what comes out to an operator. */
  void run(List<Planned> steps, Operator sink) {
    Operator last =
        meters == null || steps.isEmpty()
            ? sink
            : meters.new Meter(steps.getLast().number(), meters.result(), sink);
    chain(steps, last).accept(Batch.unit(slots, budget.account()));
  }

  /** The operators of steps. */
  private Operator chain(List<Planned> steps, Operator sink) {
    Operator first = link(steps, sink);
    return meters == null || steps.isEmpty() ? first : meters.new Entrance(steps.getFirst(), first);
  }

  private Operator link(List<Planned> steps, Operator sink) {
    Operator next = sink;
    for (int i = steps.size() - 1; i >= 0; i--) {
      if (meters != null && i < steps.size() - 1) {
        next = meters.new Meter(steps.get(i).number(), steps.get(i + 1).number(), next);
      }
      next = measured(steps.get(i), next);
    }
    return next;
  }

  /** The operator of a step; what is read to make it is read for the step. */
  private Operator measured(Planned planned, Operator next) {
    return meters == null
        ? operator(planned, next)
        : meters.reading(planned.number(), () -> operator(planned, next));
  }

  private Operator operator(Planned planned, Operator next) {
    List<Integer> bound = planned.slots();
    Account account = budget.account();
    if (meters != null) {
      meters.charge(planned.number(), account);
    }
    Room room = new Room(budget, account);
    return switch (planned.step()) {
      case Step.Scan(var nodes) -> scan(nodes, bound, room, next);
      case Step.Tally(var nodes, var branches, var reach) ->
          new TallyOperator(candidates(nodes), counters(branches, account), reach, budget, next);
      case Step.Expand expand -> expand(expand, bound, room, next);
      case Step.JoinEdges joined -> edges(joined, bound, room, next);
      case Step.Multiply(var branch, var reach) ->
          new MultiplyOperator(counter(branch, account), branch.from().slot(), reach, budget, next);
      case Step.OuterMultiply(var branch) ->
          MultiplyOperator.outer(counter(branch, account), branch.from().slot(), budget, next);
      case Step.Meet(var meeting) ->
          new MeetOperator(
              meet(meeting), budget, new Fanout(slots, bound, meeting.to().slot(), room, next));
      case Step.CountMeet counted -> countMeet(counted, account, next);
      case Step.Apart(var traversal) ->
          new FilterOperator(List.of(BoolTruths.not(pairs(traversal))), next);
      case Step.Join(var traversal) -> join(traversal, next);
      case Step.Filter(var conditions) -> new FilterOperator(tests.each(conditions), next);
      case Step.Compute(var computed) -> compute(computed, next);
      case Step.AntiJoin(var inner) -> ProofOperator.absent(last -> block(inner, last), next);
      case Step.SemiJoin(var inner) -> ProofOperator.present(last -> block(inner, last), next);
      case Step.CountJoin(var inner, var comparison, var number) ->
          new CountOperator(comparison, columns.operand(number), last -> block(inner, last), next);
      case Step.MeasureJoin measured -> measure(measured, next);
      case Step.OuterJoin(var inner) ->
          new OuterJoinOperator(
              new OuterJoinOperator.Slots(
                  slots, Set.copyOf(bound), Step.bound(inner, Set.copyOf(bound))),
              room,
              last -> block(inner, last),
              next);
    };
  }

  private Operator edges(Step.JoinEdges step, List<Integer> bound, Room room, Operator next) {
    Traversal traversal = step.traversal();
    int edge = step.edge().slot();
    return new EdgeOperator(
        walks.walk(traversal, traversal.from()),
        new EdgeOperator.Ends(traversal.from().slot(), traversal.to().slot()),
        new EdgeOperator.Selections(
            tests.selection(List.of(), edge), tests.selection(step.conditions(), edge)),
        Reach.EVERY,
        new Fanout(slots, bound, edge, room, next));
  }

  private Operator countMeet(Step.CountMeet step, Account account, Operator next) {
    Meeting meeting = step.meeting();
    return new CountMeetOperator(
        meet(meeting),
        counters(step.branches(), account),
        step.reach(),
        new CountMeetOperator.Room(
            columns.table(meeting.to()).size(),
            columns.table(meeting.ways().getLast().from()).size(),
            budget,
            account),
        next);
  }

  private Operator measure(Step.MeasureJoin step, Operator next) {
    TypedAggregate aggregate = step.aggregate();
    Operand argument = columns.operand(aggregate.argument());
    return new MeasureOperator(
        () -> Accumulator.of(aggregate.function(), argument),
        new MeasureOperator.Test(
            aggregate.type(), step.comparison(), columns.operand(step.number())),
        last -> block(step.steps(), last),
        next);
  }

  /** The operators inside another one. */
  private Operator block(List<Planned> steps, Operator last) {
    if (meters == null || steps.isEmpty()) {
      return chain(steps, last);
    }
    return chain(steps, meters.new Meter(steps.getLast().number(), Meters.NOBODY, last));
  }

  private Operator scan(Step.Nodes nodes, List<Integer> bound, Room room, Operator next) {
    Fanout out = new Fanout(slots, bound, nodes.variable().slot(), room, next);
    if (nodes.key().isEmpty()) {
      return new ScanOperator(
          candidates(nodes), bound.isEmpty() ? ScanOperator.Rows.ONE : ScanOperator.Rows.MANY, out);
    }
    Operand key = columns.operand(nodes.key().get());
    return new LookupOperator(
        columns.table(nodes.variable()),
        (Column.Texts) key.column(),
        key.slot(),
        tests.selection(nodes.conditions(), nodes.variable().slot()),
        out);
  }

  /** The nodes that a step ranges over, whose key is no node's property. */
  private Candidates candidates(Step.Nodes nodes) {
    NodeTable table = columns.table(nodes.variable());
    if (nodes.key().isPresent()) {
      Column.Texts id = (Column.Texts) columns.of(nodes.key().get());
      int row = id.isNull(0) ? -1 : table.rowOf(id.get(0));
      return Candidates.among(
          table,
          row < 0 ? new int[0] : new int[] {row},
          tests.selection(nodes.conditions(), nodes.variable().slot()));
    }
    if (!nodes.among().isEmpty()) {
      return Candidates.among(
          table,
          columns.rowsOf(table, nodes.among()),
          tests.selection(nodes.conditions(), nodes.variable().slot()));
    }
    return tests.candidates(
        table,
        nodes.variable().slot(),
        nodes.conditions(),
        columns.rankings().only(nodes.variable()));
  }

  private Operator expand(Step.Expand expand, List<Integer> bound, Room room, Operator next) {
    RowSelection partners = tests.selection(expand.conditions(), expand.to().slot());
    EdgeVariable edge = expand.traversal().edge();
    if (edge == null) {
      return new ExpandOperator(
          walks.partners(expand.traversal(), expand.from()),
          expand.from().slot(),
          partners,
          expand.reach(),
          new Fanout(slots, bound, expand.to().slot(), room, next));
    }
    return new EdgeOperator(
        walks.walk(expand.traversal(), expand.from()),
        new EdgeOperator.Ends(expand.from().slot(), EdgeOperator.NONE),
        new EdgeOperator.Selections(
            partners, tests.selection(expand.edgeConditions(), edge.slot())),
        expand.reach(),
        new Fanout(slots, bound, new Fanout.Added(expand.to().slot(), edge.slot()), room, next));
  }

  private Operator join(Traversal traversal, Operator next) {
    return new FilterOperator(List.of(pairs(traversal)), next);
  }

  private Truths pairs(Traversal traversal) {
    Partners partners = walks.partners(traversal, traversal.from());
    int from = traversal.from().slot();
    int to = traversal.to().slot();
    return (nodes, positions, count, into) -> {
      for (int i = 0; i < count; i++) {
        into[i] = Truths.of(partners.has(nodes[from][positions[i]], nodes[to][positions[i]]));
      }
    };
  }

  private Meet meet(Meeting meeting) {
    return new Meet(
        ways(meeting.ways()),
        ways(meeting.apart()),
        meeting.unlike().stream().mapToInt(NodeVariable::slot).toArray(),
        new Meet.Wanted(
            columns.table(meeting.to()).size(),
            tests.selection(meeting.conditions(), meeting.to().slot())));
  }

  private List<Meet.Way> ways(List<Meeting.Way> ways) {
    return ways.stream()
        .map(way -> new Meet.Way(walks.partners(way.traversal(), way.from()), way.from().slot()))
        .toList();
  }

  private Operator compute(List<TypedExpression.Computed> computed, Operator next) {
    return new ComputeOperator(
        computed.stream()
            .map(c -> new ComputeOperator.Output(c.slot(), tests.truths(c.condition())))
            .toList(),
        next);
  }

  private List<BranchCounter> counters(List<Branch> branches, Account account) {
    return branches.stream().map(branch -> counter(branch, account)).toList();
  }

  private BranchCounter counter(Branch branch, Account account) {
    return new BranchCounter(
        walks.partners(branch.traversal(), branch.from()),
        tests.selection(branch.conditions(), branch.to().slot()),
        counters(branch.branches(), account),
        new Memory(columns.table(branch.to()).size(), account));
  }
}
