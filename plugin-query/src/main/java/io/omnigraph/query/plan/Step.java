package io.omnigraph.query.plan;

import io.omnigraph.query.check.Condition;
import io.omnigraph.query.check.NodeVariable;
import io.omnigraph.query.check.Pattern.Traversal;
import io.omnigraph.query.check.TypedExpression;
import java.util.List;
import java.util.Optional;

/** A step of answering a pattern. Each step takes the rows of the one before it. */
public sealed interface Step {

  /**
   * Every row together with every node of a type for which conditions hold.
   *
   * @param variable that gets the node
   * @param key an expression, known before the step, that is the node's id; the one node is looked
   *     up then
   * @param conditions on this variable alone
   */
  record Scan(NodeVariable variable, Optional<TypedExpression> key, List<Condition> conditions)
      implements Step {

    public Scan {
      conditions = List.copyOf(conditions);
    }
  }

  /**
   * Every row together with every partner of a node that it has.
   *
   * @param from the end that the row has
   * @param to the end that gets the partner
   * @param conditions on {@code to} alone
   * @param reach how many partners are wanted
   */
  record Expand(
      Traversal traversal,
      NodeVariable from,
      NodeVariable to,
      List<Condition> conditions,
      Reach reach)
      implements Step {

    public Expand {
      conditions = List.copyOf(conditions);
    }
  }

  /** How many partners of a node are wanted. */
  enum Reach {
    EVERY,
    /** One is enough, because only that there is one matters. */
    ANY
  }

  /** The rows whose nodes at both ends are a pair. */
  record Join(Traversal traversal) implements Step {}

  /** The rows for which conditions hold. */
  record Filter(List<Condition> conditions) implements Step {

    public Filter {
      conditions = List.copyOf(conditions);
    }
  }

  /** The rows from which no assignment gets through some steps. */
  record AntiJoin(List<Step> steps) implements Step {

    public AntiJoin {
      steps = List.copyOf(steps);
    }
  }
}
