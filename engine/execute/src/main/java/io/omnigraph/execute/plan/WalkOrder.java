package io.omnigraph.execute.plan;

import io.omnigraph.execute.plan.Meeting.Way;
import io.omnigraph.query.check.Condition;
import io.omnigraph.query.check.NodeVariable;
import io.omnigraph.query.check.Pattern.Traversal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Finds the order in which the variables of a pattern should get nodes, so that as few rows and
 * edges as possible are looked at: by trying all orders, and giving up each as soon as it costs
 * more than the best so far.
 */
final class WalkOrder {

  /** After so many tries the best order so far is taken. */
  private static final int MOST_TRIES = 4000;

  private final Selectivity selectivity;
  private final List<Traversal> traversals;
  private final List<Condition> conditions;
  private final Predicate<NodeVariable> isCountable;
  private final Set<Integer> core = new HashSet<>();
  private final List<NodeVariable> current = new ArrayList<>();
  private List<NodeVariable> best = List.of();
  private double leastCost = Double.POSITIVE_INFINITY;
  private int tries;

  private WalkOrder(
      Selectivity selectivity, Folding.Open open, Predicate<NodeVariable> isCountable) {
    this.selectivity = selectivity;
    this.traversals = open.traversals();
    this.conditions = open.conditions();
    this.isCountable = isCountable;
  }

  /**
   * The variables that have to get nodes, in the best order. What merely hangs on others is left
   * out, for it is counted.
   *
   * @param bound the slots that have nodes already
   * @return empty where it does not matter, because all of the pattern is counted
   */
  static List<NodeVariable> of(
      List<NodeVariable> variables,
      Folding.Open open,
      Set<Integer> bound,
      Selectivity selectivity,
      Uses uses) {
    List<NodeVariable> core =
        core(
            variables,
            open.traversals(),
            variable -> uses.isFree().test(variable) && open.about(variable).isEmpty());
    if (core.size() == 1) {
      return uses.isFree().test(core.getFirst()) ? List.of() : core;
    }
    WalkOrder order = new WalkOrder(selectivity, open, uses.isCountable());
    core.forEach(variable -> order.core.add(variable.slot()));
    order.search(core, new HashSet<>(bound), 1, 0);
    return order.best;
  }

  /**
   * What is asked of variables.
   *
   * @param isFree whether nothing but traversals and conditions of its own is about a variable
   * @param isCountable whether only the number of a variable's nodes matters in the end
   */
  record Uses(Predicate<NodeVariable> isFree, Predicate<NodeVariable> isCountable) {}

  /** The variables without those that hang on one other and that nothing looks into. */
  private static List<NodeVariable> core(
      List<NodeVariable> variables, List<Traversal> traversals, Predicate<NodeVariable> isFree) {
    List<NodeVariable> core = new ArrayList<>(variables);
    List<Traversal> open = new ArrayList<>(traversals);
    Optional<NodeVariable> leaf = Optional.empty();
    do {
      leaf.ifPresent(variable -> {
        core.remove(variable);
        open.removeIf(traversal -> Folding.touches(traversal, variable));
      });
      leaf =
          core.stream()
              .filter(isFree)
              .filter(v -> open.stream().filter(t -> Folding.touches(t, v)).count() == 1)
              .findFirst();
    } while (leaf.isPresent());
    return core;
  }

  private void search(List<NodeVariable> open, Set<Integer> bound, double rows, double cost) {
    if (cost >= leastCost || tries++ > MOST_TRIES) {
      return;
    }
    if (open.isEmpty()) {
      leastCost = cost;
      best = List.copyOf(current);
      return;
    }
    List<NodeVariable> reached =
        open.stream().filter(v -> !Meetings.ways(v, traversals, bound).isEmpty()).toList();
    for (NodeVariable next : reached.isEmpty() ? open : reached) {
      Visit visit = visit(next, bound, rows);
      List<NodeVariable> others = new ArrayList<>(open);
      others.remove(next);
      Set<Integer> then = new HashSet<>(bound);
      then.add(next.slot());
      current.add(next);
      search(others, then, visit.rows(), cost + visit.cost());
      current.removeLast();
    }
  }

  /**
   * What it takes to give a variable nodes.
   *
   * @param rows that there are then
   * @param cost in rows and edges that are looked at
   */
  private record Visit(double rows, double cost) {}

  private Visit visit(NodeVariable next, Set<Integer> bound, double rows) {
    Set<Integer> then = new HashSet<>(bound);
    then.add(next.slot());
    List<Condition> usable =
        conditions.stream()
            .filter(c -> Slots.of(c).contains(next.slot()) && then.containsAll(Slots.of(c)))
            .toList();
    List<Way> ways = Meetings.ways(next, traversals, bound);
    double nodes = selectivity.nodes(next, usable);
    if (ways.isEmpty() || Selectivity.key(next, usable).isPresent()) {
      return new Visit(rows * nodes, rows * nodes);
    }
    double share = nodes / selectivity.nodes(next, List.of());
    double least = Double.POSITIVE_INFINITY;
    double joined = 1;
    for (Way way : ways) {
      double partners = selectivity.partners(way.traversal(), way.from(), List.of());
      joined *= partners / selectivity.nodes(next, List.of());
      least = Math.min(least, partners);
    }
    double found = rows * joined * selectivity.nodes(next, List.of()) * share;
    double looked = rows * (1 + least);
    return isCountable.test(next) && isLast(next, bound)
        ? new Visit(rows, looked)
        : new Visit(found, looked + found);
  }

  /** Whether all that a variable is joined or compared with has nodes. */
  private boolean isLast(NodeVariable variable, Set<Integer> bound) {
    return traversals.stream()
            .filter(t -> Folding.touches(t, variable))
            .map(t -> Folding.otherEnd(t, variable).slot())
            .allMatch(slot -> bound.contains(slot) || !core.contains(slot))
        && conditions.stream()
            .map(Slots::of)
            .filter(slots -> slots.contains(variable.slot()))
            .allMatch(
                slots -> slots.stream().allMatch(s -> s == variable.slot() || bound.contains(s)));
  }
}
