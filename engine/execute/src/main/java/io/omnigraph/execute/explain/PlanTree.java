package io.omnigraph.execute.explain;

import io.omnigraph.execute.operator.Meters;
import io.omnigraph.execute.plan.Branch;
import io.omnigraph.execute.plan.Planned;
import io.omnigraph.execute.plan.ReadPlan;
import io.omnigraph.execute.plan.Step;
import io.omnigraph.execute.plan.Step.Reach;
import io.omnigraph.execute.result.PlanOutput;
import io.omnigraph.query.ast.SortDirection;
import io.omnigraph.query.check.CheckedRead;
import io.omnigraph.query.check.OutputColumn;
import io.omnigraph.query.check.Ranking;
import io.omnigraph.query.check.SortKey;
import io.omnigraph.query.check.TypedExpression;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Turns plans into trees of operators, the one that makes the result at the top. */
public final class PlanTree {

  private static final int NANOS_PER_MICRO = 1000;

  private final @Nullable Meters meters;

  private PlanTree(@Nullable Meters meters) {
    this.meters = meters;
  }

  /**
   * The tree of a plan.
   *
   * @param meters what was measured; absent when the plan was not run
   */
  public static PlanOutput of(ReadPlan plan, @Nullable Meters meters) {
    return new PlanTree(meters).result(plan);
  }

  private PlanOutput result(ReadPlan plan) {
    CheckedRead read = plan.read();
    String columns =
        read.columns().stream().map(PlanWords::of).collect(Collectors.joining(", ", "", ""));
    String detail = columns + order(read) + window(read);
    double rows = read.isGrouped() ? groups(read, plan.rows()) : plan.rows();
    if (read.limit() instanceof TypedExpression.Constant(Long limit, _)) {
      rows = Math.min(rows, limit);
    }
    return node(kind(read), detail, rows, plan.size(), inputs(plan.steps(), List.of()));
  }

  private static double groups(CheckedRead read, double rows) {
    boolean isSingle = read.columns().stream().allMatch(c -> c instanceof OutputColumn.Aggregated);
    return isSingle ? 1 : Math.sqrt(rows);
  }

  private static String kind(CheckedRead read) {
    if (read.isAggregate()) {
      return "aggregate";
    }
    if (read.isDistinct()) {
      return "distinct";
    }
    if (read.ranking() != null) {
      return "rank";
    }
    if (read.sortKeys().isEmpty()) {
      return "project";
    }
    return read.limit() == null ? "sort" : "top";
  }

  private static String order(CheckedRead read) {
    Ranking ranking = read.ranking();
    Stream<String> first = ranking == null ? Stream.empty() : Stream.of(PlanWords.of(ranking));
    Stream<String> keys = read.sortKeys().stream().map(key -> key(read, key));
    String words = Stream.concat(first, keys).collect(Collectors.joining(", "));
    return words.isEmpty() ? "" : " order " + words;
  }

  private static String key(CheckedRead read, SortKey key) {
    String words =
        switch (key) {
          case SortKey.ByValue(var value, _) -> PlanWords.of(value);
          case SortKey.ByColumn(var column, _) -> PlanWords.of(read.columns().get(column));
          case SortKey.ByAggregate(var value, _) -> PlanWords.of(value);
        };
    return key.direction() == SortDirection.DESCENDING ? words + " desc" : words;
  }

  private static String window(CheckedRead read) {
    String limit = read.limit() == null ? "" : " limit " + PlanWords.of(read.limit());
    return read.offset() == null ? limit : limit + " offset " + PlanWords.of(read.offset());
  }

  /** The last of some steps, with the others below it; then other inputs. */
  private List<PlanOutput> inputs(List<Planned> steps, List<PlanOutput> others) {
    List<PlanOutput> inputs = new ArrayList<>();
    if (!steps.isEmpty()) {
      inputs.add(step(steps));
    }
    inputs.addAll(others);
    return inputs;
  }

  private PlanOutput step(List<Planned> steps) {
    Planned last = steps.getLast();
    List<PlanOutput> inputs =
        inputs(steps.subList(0, steps.size() - 1), inputs(inner(last.step()), List.of()));
    return node(operator(last.step()), detail(last.step()), last.rows(), last.number(), inputs);
  }

  private static List<Planned> inner(Step step) {
    return switch (step) {
      case Step.AntiJoin(var steps) -> steps;
      case Step.SemiJoin(var steps) -> steps;
      case Step.CountJoin(var steps, _, _) -> steps;
      case Step.MeasureJoin(var steps, _, _, _) -> steps;
      case Step.OuterJoin(var steps) -> steps;
      case Step.Scan _,
          Step.Tally _,
          Step.Meet _,
          Step.CountMeet _,
          Step.OuterMultiply _,
          Step.Apart _,
          Step.Expand _,
          Step.Multiply _,
          Step.Join _,
          Step.JoinEdges _,
          Step.Compute _,
          Step.Filter _ ->
          List.of();
    };
  }

  private static String operator(Step step) {
    return switch (step) {
      case Step.Scan(var nodes) ->
          nodes.key().isPresent() || !nodes.among().isEmpty() ? "lookup" : "scan";
      case Step.Tally(_, _, var reach) -> reach == Reach.ANY ? "probe" : "tally";
      case Step.Expand _ -> "expand";
      case Step.Multiply(_, var reach) -> reach == Reach.ANY ? "probe paths" : "count paths";
      case Step.Meet _ -> "meet";
      case Step.CountMeet(_, _, var reach) ->
          reach == Reach.ANY ? "probe meeting" : "count meeting";
      case Step.OuterMultiply _ -> "count optional paths";
      case Step.Apart _ -> "anti-join";
      case Step.Join _ -> "join";
      case Step.JoinEdges _ -> "join edges";
      case Step.Filter _ -> "filter";
      case Step.Compute _ -> "compute";
      case Step.AntiJoin _ -> "anti-join";
      case Step.SemiJoin _ -> "semi-join";
      case Step.CountJoin _ -> "count-join";
      case Step.MeasureJoin _ -> "measure-join";
      case Step.OuterJoin _ -> "outer join";
    };
  }

  private static String detail(Step step) {
    return switch (step) {
      case Step.Scan(var nodes) -> nodes(nodes);
      case Step.Tally(var nodes, var branches, _) -> nodes(nodes) + branches(branches);
      case Step.Expand(var traversal, var from, _, var conditions, var ofEdge, _) ->
          PlanWords.of(traversal)
              + " from "
              + PlanWords.of(from)
              + PlanWords.where(Stream.concat(conditions.stream(), ofEdge.stream()).toList());
      case Step.JoinEdges(var traversal, _, var conditions) ->
          PlanWords.of(traversal) + PlanWords.where(conditions);
      case Step.Multiply(var branch, _) -> PlanWords.of(branch);
      case Step.Meet(var meeting) -> PlanWords.of(meeting);
      case Step.CountMeet(var meeting, var branches, _) ->
          PlanWords.of(meeting) + branches(branches);
      case Step.OuterMultiply(var branch) -> PlanWords.of(branch);
      case Step.Apart(var traversal) -> "not " + PlanWords.of(traversal);
      case Step.Join(var traversal) -> PlanWords.of(traversal);
      case Step.Filter(var conditions) -> PlanWords.all(conditions);
      case Step.Compute(var computed) ->
          PlanWords.all(computed.stream().map(TypedExpression.Computed::condition).toList());
      case Step.AntiJoin _ -> "not";
      case Step.SemiJoin _ -> "exists";
      case Step.CountJoin(_, var comparison, var number) ->
          "count " + comparison.symbol() + " " + PlanWords.of(number);
      case Step.MeasureJoin(_, var aggregate, var comparison, var number) ->
          PlanWords.of(aggregate) + " " + comparison.symbol() + " " + PlanWords.of(number);
      case Step.OuterJoin _ -> "optional";
    };
  }

  private static String nodes(Step.Nodes nodes) {
    String id =
        nodes.key().isPresent()
            ? " by id " + PlanWords.of(nodes.key().get())
            : nodes.among().stream()
                .map(PlanWords::of)
                .collect(Collectors.joining(", ", nodes.among().isEmpty() ? "" : " by ids ", ""));
    return PlanWords.of(nodes.variable())
        + ": "
        + nodes.variable().type().name()
        + id
        + PlanWords.where(nodes.conditions());
  }

  private static String branches(List<Branch> branches) {
    return branches.isEmpty()
        ? ""
        : branches.stream().map(PlanWords::of).collect(Collectors.joining(", ", " with ", ""));
  }

  private PlanOutput node(
      String operator, String detail, double rows, int number, List<PlanOutput> inputs) {
    long estimate = Math.round(rows);
    return meters == null
        ? new PlanOutput(operator, detail, estimate, null, null, null, null, inputs)
        : new PlanOutput(
            operator,
            detail,
            estimate,
            meters.rows(number),
            meters.nanos(number) / NANOS_PER_MICRO,
            meters.bytes(number),
            meters.readBytes(number),
            inputs);
  }
}
