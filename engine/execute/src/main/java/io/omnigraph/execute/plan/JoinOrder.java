package io.omnigraph.execute.plan;

import io.omnigraph.execute.plan.Step.Reach;
import io.omnigraph.query.check.Condition;
import io.omnigraph.query.check.EdgeVariable;
import io.omnigraph.query.check.NodeVariable;
import io.omnigraph.query.check.Pattern;
import io.omnigraph.query.check.Pattern.Block;
import io.omnigraph.query.check.Pattern.Traversal;
import io.omnigraph.query.check.TypedExpression;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Puts the steps that answer a pattern in order: gives its variables nodes in the order that costs
 * least, and checks every condition as soon as its variables have nodes. Parts of the pattern that
 * nothing looks into are counted, not walked.
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
  private final List<Pattern> optionals;
  private final Rest rest;

  /** The bound slots whose nodes are on rows; those that are only counted are not. */
  private SortedSet<Integer> filled;

  /** The variables that should get nodes next, in this order; empty until it is worked out. */
  private List<NodeVariable> preferred = List.of();

  private final List<Planned> steps = new ArrayList<>();
  private double rows = 1;

  private JoinOrder(
      Pattern pattern, Use use, Set<Integer> kept, Outside outside, JoinOrderContext context) {
    this.statistics = context.statistics();
    this.selectivity = new Selectivity(statistics);
    this.numbering = context.numbering();
    this.use = use;
    this.rest = new Rest(pattern, kept, outside.bound());
    this.optionals = pattern.optionals();
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
            kept,
            new Outside(Set.of(), Set.of()),
            new JoinOrderContext(statistics, numbering))
        .order();
  }

  private List<Planned> order() {
    checkWhatIsBound();
    while (!rest.variables().isEmpty()) {
      if (!fold() && !countMeeting()) {
        visit();
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
    Optional<Branch> branch = rest.branch();
    branch.ifPresent(found -> {
      rest.settle(found);
      add(new Step.Multiply(found, reach()), 1);
    });
    return branch.isPresent();
  }

  /**
   * Counts the nodes of a variable of which only the number matters, if rows have all that they are
   * joined and compared with; returns whether there was one.
   */
  private boolean countMeeting() {
    for (NodeVariable variable : rest.variables()) {
      Meeting meeting = rest.meeting(variable, filled, selectivity);
      Optional<List<Branch>> branches =
          meeting.ways().isEmpty() ? Optional.empty() : rest.hanging(meeting);
      if (branches.isPresent()) {
        rest.settle(meeting);
        branches.get().forEach(rest::settle);
        add(new Step.CountMeet(meeting, branches.get(), reach()), 1);
        return true;
      }
    }
    return false;
  }

  /** Gives the next variable nodes. */
  private void visit() {
    if (preferred.stream().noneMatch(rest.variables()::contains)) {
      preferred = rest.walkOrder(selectivity);
    }
    preferred.stream()
        .filter(rest.variables()::contains)
        .findFirst()
        .ifPresentOrElse(this::visit, this::walk);
  }

  private void visit(NodeVariable next) {
    List<Meeting.Way> ways = Meetings.ways(next, rest.traversals(), filled);
    if (ways.isEmpty() || Selectivity.key(next, rest.usable(next)).isPresent()) {
      enter(next);
      return;
    }
    Meeting meeting = rest.meeting(next, filled, selectivity);
    boolean isWalk = meeting.ways().size() + meeting.apart().size() + meeting.unlike().size() == 1;
    if (isWalk || meeting.ways().size() < ways.size()) {
      expand(
          ways.stream()
              .min(Comparator.comparingDouble(way -> partners(way.traversal(), way.from())))
              .orElseThrow());
      return;
    }
    double nodes = selectivity.nodes(next, List.of());
    double found = selectivity.nodes(next, meeting.conditions());
    for (Meeting.Way way : meeting.ways()) {
      found *= selectivity.partners(way.traversal(), way.from(), List.of()) / nodes;
    }
    rest.settle(meeting);
    add(new Step.Meet(meeting), found);
  }

  /** Walks on along the traversal with the fewest partners. */
  private void walk() {
    rest.traversals().stream()
        .filter(t -> rest.isBound(t.from()) || rest.isBound(t.to()))
        .map(t -> new Meeting.Way(t, rest.isBound(t.from()) ? t.from() : t.to()))
        .min(Comparator.comparingDouble(way -> partners(way.traversal(), way.from())))
        .ifPresentOrElse(this::expand, this::enter);
  }

  private double partners(Traversal traversal, NodeVariable from) {
    return selectivity.partners(
        traversal, from, rest.open().about(Folding.otherEnd(traversal, from)));
  }

  private void expand(Meeting.Way way) {
    Traversal traversal = way.traversal();
    NodeVariable to = Folding.otherEnd(traversal, way.from());
    double partners = partners(traversal, way.from());
    rest.traversals().remove(traversal);
    rest.bind(to);
    List<Condition> own = rest.takeAbout(to);
    List<Condition> ofEdge = rest.bindEdge(traversal);
    add(
        new Step.Expand(traversal, way.from(), to, own, ofEdge, Reach.EVERY),
        partners * selectivity.share(ofEdge));
  }

  /** Begins with another part of the pattern: at the variable with the fewest nodes. */
  private void enter() {
    enter(
        rest.variables().stream()
            .min(
                Comparator.<NodeVariable>comparingDouble(v -> selectivity.nodes(v, rest.usable(v)))
                    .thenComparing(this::traversalsAt, Comparator.reverseOrder()))
            .orElseThrow());
  }

  private void enter(NodeVariable variable) {
    List<Condition> usable = rest.usable(variable);
    double found = selectivity.nodes(variable, usable);
    var key = Selectivity.key(variable, usable);
    Optional<List<Branch>> branches = rest.branches(variable);
    rest.bind(variable);
    List<Condition> own = rest.takeAbout(variable);
    List<TypedExpression.Fixed> among =
        key.isPresent() ? List.of() : Selectivity.among(variable, own);
    Step.Nodes nodes = new Step.Nodes(variable, key, among, own);
    if (branches.isPresent()) {
      branches.get().forEach(rest::settle);
      add(new Step.Tally(nodes, branches.get(), reach()), 1);
    } else {
      add(new Step.Scan(nodes), found);
    }
  }

  private long traversalsAt(NodeVariable variable) {
    return rest.traversals().stream().filter(t -> Folding.touches(t, variable)).count();
  }

  private void checkWhatIsBound() {
    filter();
    for (Traversal traversal : List.copyOf(rest.traversals())) {
      if (rest.isBound(traversal.from()) && rest.isBound(traversal.to())) {
        rest.traversals().remove(traversal);
        EdgeVariable edge = traversal.edge();
        List<Condition> ofEdge = rest.bindEdge(traversal);
        add(
            edge == null ? new Step.Join(traversal) : new Step.JoinEdges(traversal, edge, ofEdge),
            selectivity.pairs(traversal) * selectivity.share(ofEdge));
      }
    }
    filter();
    for (Block block : List.copyOf(rest.blocks())) {
      if (rest.bound().containsAll(Slots.around(block))) {
        rest.blocks().remove(block);
        test(block);
      }
    }
  }

  private void filter() {
    List<Condition> ready = rest.take(condition -> rest.bound().containsAll(Slots.of(condition)));
    if (!ready.isEmpty()) {
      add(new Step.Filter(ready), selectivity.share(ready));
    }
  }

  private void test(Block block) {
    Step step =
        switch (block) {
          case Block.Absent(var pattern) ->
              Meetings.apart(block)
                  .<Step>map(Step.Apart::new)
                  .orElseGet(() -> new Step.AntiJoin(proof(pattern)));
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
    Set<Integer> wanted = new HashSet<>(rest.looked());
    rest.conditions().forEach(condition -> wanted.addAll(Slots.of(condition)));
    Optional<Branch> whole =
        Folding.whole(optional, wanted, rest.bound())
            .filter(branch -> filled.contains(branch.from().slot()));
    List<Planned> found = whole.isPresent() ? List.of() : inner(optional, Use.ROWS, wanted).order();
    optional.visibleVariables().forEach(variable -> rest.bound().add(variable.slot()));
    double matches =
        whole
            .map(branch ->
                selectivity.partners(branch.traversal(), branch.from(), branch.conditions()))
            .orElseGet(() -> found.isEmpty() ? 1 : found.getLast().rows());
    add(
        whole.<Step>map(Step.OuterMultiply::new).orElseGet(() -> new Step.OuterJoin(found)),
        Math.max(1, matches));
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
        wanted,
        new Outside(rest.bound(), filled),
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
}
