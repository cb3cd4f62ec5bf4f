package io.omnigraph.execute.plan;

import io.omnigraph.query.ast.Comparison;
import io.omnigraph.query.check.Condition;
import io.omnigraph.query.check.EdgeVariable;
import io.omnigraph.query.check.NodeVariable;
import io.omnigraph.query.check.Pattern.Traversal;
import io.omnigraph.query.check.RowVariable;
import io.omnigraph.query.check.TypedAggregate;
import io.omnigraph.query.check.TypedExpression;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A step of answering a pattern. Each step takes the rows of the one before it. */
public sealed interface Step {

  /** How many of several things are wanted. */
  enum Reach {
    EVERY,
    /** One is enough, because only that there is one matters. */
    ANY
  }

  /**
   * Nodes of a type for which conditions hold.
   *
   * @param variable that ranges over them
   * @param key an expression, known before the step, that is the node's id; the one node is looked
   *     up then
   * @param among where there is no key, expressions that are ids, or lists of ids, of the nodes
   *     that can be met; they are looked up then. Empty when all nodes can be met
   * @param conditions on this variable alone
   */
  record Nodes(
      NodeVariable variable,
      Optional<TypedExpression> key,
      List<TypedExpression.Fixed> among,
      List<Condition> conditions) {

    public Nodes {
      among = List.copyOf(among);
      conditions = List.copyOf(conditions);
    }
  }

  /** Every row together with every one of some nodes. */
  record Scan(Nodes nodes) implements Step {}

  /**
   * The rows, each counting as many more times as some nodes, with what hangs on them, have
   * assignments. The nodes themselves are not in the rows.
   *
   * @param nodes whose key, if they have one, is the same for all rows
   */
  record Tally(Nodes nodes, List<Branch> branches, Reach reach) implements Step {

    public Tally {
      branches = List.copyOf(branches);
    }
  }

  /**
   * Every row together with every partner of a node that it has.
   *
   * @param from the end that the row has
   * @param to the end that gets the partner
   * @param conditions on {@code to} alone
   * @param edgeConditions on the edge alone, where a variable stands for it
   * @param reach how many partners are wanted
   */
  record Expand(
      Traversal traversal,
      NodeVariable from,
      NodeVariable to,
      List<Condition> conditions,
      List<Condition> edgeConditions,
      Reach reach)
      implements Step {

    public Expand {
      conditions = List.copyOf(conditions);
      edgeConditions = List.copyOf(edgeConditions);
    }
  }

  /**
   * The rows, each counting as many more times as a branch at one of its nodes has assignments;
   * rows without any are dropped.
   */
  record Multiply(Branch branch, Reach reach) implements Step {}

  /** Every row together with every node that several of its nodes lead to. */
  record Meet(Meeting meeting) implements Step {}

  /**
   * The rows, each counting as many more times as there are nodes that several of its nodes lead
   * to, each with what hangs on it; rows without any are dropped.
   */
  record CountMeet(Meeting meeting, List<Branch> branches, Reach reach) implements Step {

    public CountMeet {
      branches = List.copyOf(branches);
    }
  }

  /**
   * The rows, each counting as many more times as a branch at one of its nodes has assignments, or
   * once where it has none.
   */
  record OuterMultiply(Branch branch) implements Step {}

  /** The rows whose nodes at both ends are no pair. */
  record Apart(Traversal traversal) implements Step {}

  /** The rows whose nodes at both ends are a pair. */
  record Join(Traversal traversal) implements Step {}

  /**
   * Every row together with every edge between its nodes at both ends.
   *
   * @param edge stands for the edge
   * @param conditions on the edge alone
   */
  record JoinEdges(Traversal traversal, EdgeVariable edge, List<Condition> conditions)
      implements Step {

    public JoinEdges {
      conditions = List.copyOf(conditions);
    }
  }

  /** The rows for which conditions hold. */
  record Filter(List<Condition> conditions) implements Step {

    public Filter {
      conditions = List.copyOf(conditions);
    }
  }

  /** The rows, each with the truths of conditions. */
  record Compute(List<TypedExpression.Computed> computed) implements Step {

    public Compute {
      computed = List.copyOf(computed);
    }
  }

  /** The rows from which no assignment gets through some steps. */
  record AntiJoin(List<Planned> steps) implements Step {

    public AntiJoin {
      steps = List.copyOf(steps);
    }
  }

  /** The rows from which an assignment gets through some steps. */
  record SemiJoin(List<Planned> steps) implements Step {

    public SemiJoin {
      steps = List.copyOf(steps);
    }
  }

  /** The rows from which as many assignments get through some steps as a comparison asks for. */
  record CountJoin(List<Planned> steps, Comparison comparison, TypedExpression number)
      implements Step {

    public CountJoin {
      steps = List.copyOf(steps);
    }
  }

  /** The rows from which assignments get through some steps whose values come to enough. */
  record MeasureJoin(
      List<Planned> steps, TypedAggregate aggregate, Comparison comparison, TypedExpression number)
      implements Step {

    public MeasureJoin {
      steps = List.copyOf(steps);
    }
  }

  /**
   * Every row together with every assignment that gets through some steps from it, or by itself
   * where there is none.
   */
  record OuterJoin(List<Planned> steps) implements Step {

    public OuterJoin {
      steps = List.copyOf(steps);
    }
  }

  /** The slots that rows have nodes in after this step, given those before it. */
  default Set<Integer> bound(Set<Integer> before) {
    return switch (this) {
      case Scan(var nodes) -> with(before, nodes.variable());
      case Expand expand -> {
        EdgeVariable edge = expand.traversal().edge();
        Set<Integer> after = with(before, expand.to());
        yield edge == null ? after : with(after, edge);
      }
      case JoinEdges join -> with(before, join.edge());
      case Meet(var meeting) -> with(before, meeting.to());
      case OuterJoin(var steps) -> bound(steps, before);
      case Compute(var computed) -> {
        Set<Integer> more = new HashSet<>(before);
        computed.forEach(c -> more.add(c.slot()));
        yield more;
      }
      case Tally _,
          CountMeet _,
          OuterMultiply _,
          Apart _,
          Multiply _,
          Join _,
          Filter _,
          AntiJoin _,
          SemiJoin _,
          CountJoin _,
          MeasureJoin _ ->
          before;
    };
  }

  /** The slots that rows have nodes in after some steps, given those before them. */
  static Set<Integer> bound(List<Planned> steps, Set<Integer> before) {
    Set<Integer> bound = before;
    for (Planned planned : steps) {
      bound = planned.step().bound(bound);
    }
    return bound;
  }

  private static Set<Integer> with(Set<Integer> bound, RowVariable variable) {
    Set<Integer> more = new HashSet<>(bound);
    more.add(variable.slot());
    return more;
  }
}
