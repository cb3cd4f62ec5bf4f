package io.omnigraph.execute.plan;

import io.omnigraph.query.check.Condition;
import io.omnigraph.query.check.NodeVariable;
import io.omnigraph.query.check.Pattern.Traversal;
import java.util.List;

/**
 * A part of a pattern that hangs on one variable and that nothing else of the query looks into, so
 * that only the number of its assignments matters: a traversal, and what hangs on its far end.
 *
 * @param from the end that the branch hangs on
 * @param to the other end
 * @param conditions on {@code to} alone
 * @param branches that hang on {@code to}
 */
public record Branch(
    Traversal traversal,
    NodeVariable from,
    NodeVariable to,
    List<Condition> conditions,
    List<Branch> branches) {

  public Branch {
    conditions = List.copyOf(conditions);
    branches = List.copyOf(branches);
  }

  /** The number of its traversals. */
  int traversals() {
    return 1 + branches.stream().mapToInt(Branch::traversals).sum();
  }

  /** The number of its conditions. */
  int allConditions() {
    return conditions.size() + branches.stream().mapToInt(Branch::allConditions).sum();
  }
}
