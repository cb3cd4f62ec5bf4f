package io.omnigraph.execute.plan;

import io.omnigraph.execute.plan.Step.Reach;
import io.omnigraph.query.check.Condition;
import io.omnigraph.query.check.EdgeVariable;
import io.omnigraph.query.check.NodeVariable;
import io.omnigraph.query.check.Pattern;
import io.omnigraph.query.check.Pattern.Block;
import io.omnigraph.query.check.Pattern.Traversal;
import io.omnigraph.query.check.RowVariable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Puts the steps that answer a pattern in order: enter it at the variable with the fewest nodes,
 * walk on along the traversal with the fewest partners, and check every condition as soon as its
 * variables have nodes. Parts of the pattern that nothing looks into are counted, not walked.
 */
final class JoinOrder {

  /** What becomes of the rows of a pattern. */
  private enum Use {
    ROWS,
    /** Only whether there is one. */
    PROOF
  }

  private final Statistics statistics;
  private final Selectivity selectivity;
  private final Numbering numbering;
  private final Use use;
  private final Folding folding;
  private final List<NodeVariable> variables;
  private final List<Traversal> traversals;
  private final List<Condition> conditions;
  private final List<Block> blocks;
  private final List<Pattern> optionals;
  private final Set<Integer> bound;

  /** The bound slots whose nodes are on rows; those that are only counted are not. */
  private SortedSet<Integer> filled;

  private final List<Planned> steps = new ArrayList<>();
  private double rows = 1;

  private JoinOrder(
      Pattern pattern, Use use, Folding folding, Outside outside, JoinOrderContext context) {
    this.statistics = context.statistics();
    this.selectivity = new Selectivity(statistics);
    this.numbering = context.numbering();
    this.use = use;
    this.folding = folding;
    this.variables =
        new ArrayList<>(
            pattern.variables().stream()
                .filter(NodeVariable.class::isInstance)
                .map(NodeVariable.class::cast)
                .toList());
    this.traversals = new ArrayList<>(pattern.traversals());
    this.conditions = new ArrayList<>(pattern.conditions());
    this.blocks = new ArrayList<>(pattern.blocks());
    this.optionals = pattern.optionals();
    this.bound = new HashSet<>(outside.bound());
    this.filled = new TreeSet<>(outside.filled());
  }

  /**
   * What rows come with from outside.
   *
   * @param bound the slots that have been taken care of
   * @param filled those of them whose nodes are on rows
   */
  private record Outside(Set<Integer> bound, Set<Integer> filled) {}

  /** What all patterns of a query share. */
  private record JoinOrderContext(Statistics statistics, Numbering numbering) {}

  /**
   * The steps for the whole of a query; they start from one row without a node.
   *
   * @param kept the slots whose nodes are wanted
   */
  static List<Planned> of(
      Pattern pattern, Set<Integer> kept, Statistics statistics, Numbering numbering) {
    return new JoinOrder(
            pattern,
            Use.ROWS,
            new Folding(pattern, kept),
            new Outside(Set.of(), Set.of()),
            new JoinOrderContext(statistics, numbering))
        .order();
  }

  private List<Planned> order() {
    checkWhatIsBound();
    while (!variables.isEmpty()) {
      if (!fold()) {
        walk();
      }
      checkWhatIsBound();
    }
    for (Pattern optional : optionals) {
      extend(optional);
      checkWhatIsBound();
    }
    return List.copyOf(steps);
  }

  /** Counts what hangs on a node that rows have; returns whether there was something. */
  private boolean fold() {
    for (Traversal traversal : traversals) {
      for (NodeVariable end : List.of(traversal.from(), traversal.to())) {
        if (isBound(end)) {
          Optional<Branch> branch = folding.branch(traversal, end, open(), bound);
          if (branch.isPresent()) {
            settle(branch.get());
            add(new Step.Multiply(branch.get(), reach()), 1);
            return true;
          }
        }
      }
    }
    return false;
  }

  private void walk() {
    record Candidate(Traversal traversal, NodeVariable from, NodeVariable to, double partners) {}
    List<Candidate> candidates = new ArrayList<>();
    for (Traversal traversal : traversals) {
      if (isBound(traversal.from()) || isBound(traversal.to())) {
        NodeVariable from = isBound(traversal.from()) ? traversal.from() : traversal.to();
        NodeVariable to = Folding.otherEnd(traversal, from);
        double partners = selectivity.partners(traversal, from, open().about(to));
        candidates.add(new Candidate(traversal, from, to, partners));
      }
    }
    candidates.stream()
        .min(Comparator.comparingDouble(Candidate::partners))
        .ifPresentOrElse(
            best -> {
              traversals.remove(best.traversal());
              bind(best.to());
              List<Condition> own = take(isAbout(best.to()));
              List<Condition> ofEdge = bindEdge(best.traversal());
              add(
                  new Step.Expand(
                      best.traversal(), best.from(), best.to(), own, ofEdge, Reach.EVERY),
                  best.partners() * Selectivity.share(ofEdge));
            },
            this::enter);
  }

  /** Begins with another part of the pattern: at the variable with the fewest nodes. */
  private void enter() {
    NodeVariable best =
        variables.stream()
            .min(
                Comparator.<NodeVariable>comparingDouble(v -> selectivity.nodes(v, usable(v)))
                    .thenComparing(this::traversalsAt, Comparator.reverseOrder()))
            .orElseThrow();
    double found = selectivity.nodes(best, usable(best));
    var key = Selectivity.key(best, usable(best));
    Optional<List<Branch>> branches = folding.branches(best, open(), bound);
    bind(best);
    Step.Nodes nodes = new Step.Nodes(best, key, take(isAbout(best)));
    if (branches.isPresent()) {
      branches.get().forEach(this::settle);
      add(new Step.Tally(nodes, branches.get(), reach()), 1);
    } else {
      add(new Step.Scan(nodes), found);
    }
  }

  private long traversalsAt(NodeVariable variable) {
    return traversals.stream().filter(t -> Folding.touches(t, variable)).count();
  }

  /** Notes that a branch is taken care of. */
  private void settle(Branch branch) {
    traversals.removeIf(branch.traversal()::equals);
    conditions.removeAll(branch.conditions());
    bind(branch.to());
    bindEdge(branch.traversal());
    branch.branches().forEach(this::settle);
  }

  private void checkWhatIsBound() {
    filter();
    for (Traversal traversal : List.copyOf(traversals)) {
      if (isBound(traversal.from()) && isBound(traversal.to())) {
        traversals.remove(traversal);
        EdgeVariable edge = traversal.edge();
        List<Condition> ofEdge = bindEdge(traversal);
        add(
            edge == null ? new Step.Join(traversal) : new Step.JoinEdges(traversal, edge, ofEdge),
            selectivity.pairs(traversal) * Selectivity.share(ofEdge));
      }
    }
    filter();
    for (Block block : List.copyOf(blocks)) {
      if (bound.containsAll(Slots.around(block))) {
        blocks.remove(block);
        test(block);
      }
    }
  }

  private void filter() {
    List<Condition> ready = take(condition -> bound.containsAll(Slots.of(condition)));
    if (!ready.isEmpty()) {
      add(new Step.Filter(ready), Selectivity.share(ready));
    }
  }

  private void test(Block block) {
    Step step =
        switch (block) {
          case Block.Absent(var pattern) -> new Step.AntiJoin(proof(pattern));
          case Block.Present(var pattern) -> new Step.SemiJoin(proof(pattern));
          case Block.Counted(var pattern, var comparison, var number) ->
              new Step.CountJoin(inner(pattern, Use.ROWS, Set.of()).order(), comparison, number);
          case Block.Measured(var pattern, var aggregate, var comparison, var number) ->
              new Step.MeasureJoin(
                  inner(pattern, Use.ROWS, Slots.of(aggregate.argument())).order(),
                  aggregate,
                  comparison,
                  number);
        };
    add(step, Selectivity.HALF);
  }

  /** Adds what an optional pattern finds to the rows. */
  private void extend(Pattern optional) {
    Set<Integer> wanted = new HashSet<>(folding.looked());
    conditions.forEach(condition -> wanted.addAll(Slots.of(condition)));
    List<Planned> found = inner(optional, Use.ROWS, wanted).order();
    optional.visibleVariables().forEach(variable -> bound.add(variable.slot()));
    double matches = found.isEmpty() ? 1 : found.getLast().rows();
    add(new Step.OuterJoin(found), Math.max(1, matches));
  }

  /** The steps that look for an assignment of a block. */
  private List<Planned> proof(Pattern pattern) {
    List<Planned> found = new ArrayList<>(inner(pattern, Use.PROOF, Set.of()).order());
    if (!found.isEmpty()) {
      found.add(anyOf(found.removeLast()));
    }
    return found;
  }

  private JoinOrder inner(Pattern pattern, Use purpose, Set<Integer> wanted) {
    return new JoinOrder(
        pattern,
        purpose,
        new Folding(pattern, wanted),
        new Outside(bound, filled),
        new JoinOrderContext(statistics, numbering));
  }

  private static Planned anyOf(Planned last) {
    return last.step()
            instanceof Step.Expand(var traversal, var from, var to, var conditions, var ofEdge, _)
        ? last.with(new Step.Expand(traversal, from, to, conditions, ofEdge, Reach.ANY))
        : last;
  }

  private void add(Step step, double factor) {
    rows *= factor;
    steps.add(numbering.number(step, rows, List.copyOf(filled)));
    filled = new TreeSet<>(step.bound(filled));
  }

  private Reach reach() {
    return use == Use.PROOF ? Reach.ANY : Reach.EVERY;
  }

  private Folding.Open open() {
    return new Folding.Open(traversals, conditions);
  }

  /** The conditions that can be checked as soon as a variable has a node. */
  private List<Condition> usable(NodeVariable variable) {
    Set<Integer> then = new HashSet<>(bound);
    then.add(variable.slot());
    return conditions.stream().filter(c -> then.containsAll(Slots.of(c))).toList();
  }

  private static Predicate<Condition> isAbout(RowVariable variable) {
    return condition -> Slots.of(condition).equals(Set.of(variable.slot()));
  }

  private List<Condition> take(Predicate<Condition> wanted) {
    List<Condition> taken = conditions.stream().filter(wanted).toList();
    conditions.removeAll(taken);
    return taken;
  }

  /** Notes that the edge of a traversal is there, and takes the conditions on it alone. */
  private List<Condition> bindEdge(Traversal traversal) {
    EdgeVariable edge = traversal.edge();
    if (edge == null) {
      return List.of();
    }
    bound.add(edge.slot());
    return take(isAbout(edge));
  }

  private boolean isBound(NodeVariable variable) {
    return bound.contains(variable.slot());
  }

  private void bind(NodeVariable variable) {
    bound.add(variable.slot());
    variables.remove(variable);
  }
}
