package io.omnigraph.query.plan;

import io.omnigraph.query.check.Condition;
import io.omnigraph.query.check.NodeVariable;
import io.omnigraph.query.check.Pattern;
import io.omnigraph.query.check.Pattern.Traversal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Puts the steps that answer a pattern in order: enter it at the variable with the fewest nodes,
 * walk on along the traversal with the fewest partners, and check every condition as soon as its
 * variables have nodes.
 */
public final class JoinOrder {

  private final Statistics statistics;
  private final Selectivity selectivity;
  private final List<NodeVariable> variables;
  private final List<Traversal> traversals;
  private final List<Condition> conditions;
  private final List<Pattern> negations;
  private final Set<Integer> bound;
  private final List<Step> steps = new ArrayList<>();

  private JoinOrder(Pattern pattern, Set<Integer> bound, Statistics statistics) {
    this.statistics = statistics;
    this.selectivity = new Selectivity(statistics);
    this.variables = new ArrayList<>(pattern.variables());
    this.traversals = new ArrayList<>(pattern.traversals());
    this.conditions = new ArrayList<>(pattern.conditions());
    this.negations =
        new ArrayList<>(
            pattern.blocks().stream()
                .filter(Pattern.Block.Absent.class::isInstance)
                .map(Pattern.Block::pattern)
                .toList());
    this.bound = new HashSet<>(bound);
  }

  /** The steps for the whole of a query; they start from one row without a node. */
  public static List<Step> of(Pattern pattern, Statistics statistics) {
    return new JoinOrder(pattern, Set.of(), statistics).order();
  }

  private List<Step> order() {
    checkWhatIsBound();
    while (!variables.isEmpty()) {
      Optional<Step> walk = cheapestExpand();
      Step next = walk.isPresent() ? walk.get() : cheapestScan();
      steps.add(next);
      checkWhatIsBound();
    }
    return List.copyOf(steps);
  }

  private Optional<Step> cheapestExpand() {
    record Candidate(Traversal traversal, NodeVariable from, NodeVariable to) {}
    List<Candidate> candidates = new ArrayList<>();
    for (Traversal traversal : traversals) {
      if (isBound(traversal.from())) {
        candidates.add(new Candidate(traversal, traversal.from(), traversal.to()));
      } else if (isBound(traversal.to())) {
        candidates.add(new Candidate(traversal, traversal.to(), traversal.from()));
      }
    }
    return candidates.stream()
        .min(
            Comparator.comparingDouble(
                c -> selectivity.partners(c.traversal(), c.from(), own(c.to()))))
        .map(best -> expand(best.traversal(), best.from(), best.to()));
  }

  private Step expand(Traversal traversal, NodeVariable from, NodeVariable to) {
    traversals.remove(traversal);
    bind(to);
    return new Step.Expand(traversal, from, to, take(isAbout(to)), Step.Reach.EVERY);
  }

  private Step cheapestScan() {
    NodeVariable best =
        variables.stream()
            .min(Comparator.comparingDouble(v -> selectivity.nodes(v, usable(v))))
            .orElseThrow();
    var key = Selectivity.key(best, usable(best));
    bind(best);
    return new Step.Scan(best, key, take(isAbout(best)));
  }

  private void checkWhatIsBound() {
    List<Condition> ready = take(condition -> bound.containsAll(Slots.of(condition)));
    if (!ready.isEmpty()) {
      steps.add(new Step.Filter(ready));
    }
    for (Traversal traversal : List.copyOf(traversals)) {
      if (isBound(traversal.from()) && isBound(traversal.to())) {
        traversals.remove(traversal);
        steps.add(new Step.Join(traversal));
      }
    }
    for (Pattern pattern : List.copyOf(negations)) {
      if (bound.containsAll(Slots.around(pattern))) {
        negations.remove(pattern);
        steps.add(antiJoin(pattern));
      }
    }
  }

  private Step antiJoin(Pattern pattern) {
    List<Step> inner = new ArrayList<>(new JoinOrder(pattern, bound, statistics).order());
    if (!inner.isEmpty()) {
      inner.add(anyOf(inner.removeLast()));
    }
    return new Step.AntiJoin(inner);
  }

  private static Step anyOf(Step last) {
    return last instanceof Step.Expand(var traversal, var from, var to, var conditions, _)
        ? new Step.Expand(traversal, from, to, conditions, Step.Reach.ANY)
        : last;
  }

  /** The conditions that are about one variable and nothing else. */
  private List<Condition> own(NodeVariable variable) {
    return conditions.stream().filter(isAbout(variable)).toList();
  }

  /** The conditions that can be checked as soon as a variable has a node. */
  private List<Condition> usable(NodeVariable variable) {
    Set<Integer> then = new HashSet<>(bound);
    then.add(variable.slot());
    return conditions.stream().filter(c -> then.containsAll(Slots.of(c))).toList();
  }

  private static Predicate<Condition> isAbout(NodeVariable variable) {
    return condition -> Slots.of(condition).equals(Set.of(variable.slot()));
  }

  private List<Condition> take(Predicate<Condition> wanted) {
    List<Condition> taken = conditions.stream().filter(wanted).toList();
    conditions.removeAll(taken);
    return taken;
  }

  private boolean isBound(NodeVariable variable) {
    return bound.contains(variable.slot());
  }

  private void bind(NodeVariable variable) {
    bound.add(variable.slot());
    variables.remove(variable);
  }
}
