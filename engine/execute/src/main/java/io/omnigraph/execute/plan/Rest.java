package io.omnigraph.execute.plan;

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
import java.util.function.Predicate;

/** What of a pattern has not been taken care of yet. */
final class Rest {

  private final Folding folding;
  private final Meetings meetings;
  private final List<NodeVariable> variables;
  private final List<Traversal> traversals;
  private final List<Condition> conditions;
  private final List<Block> blocks;
  private final Set<Integer> bound;

  /** The variables of the pattern that have been taken care of, in that order. */
  private final List<NodeVariable> sequence = new ArrayList<>();

  /**
   * All of a pattern.
   *
   * @param kept the slots that what comes after the pattern looks into
   * @param bound the slots around it that have been taken care of
   */
  Rest(Pattern pattern, Set<Integer> kept, Set<Integer> bound) {
    this.folding = new Folding(pattern, kept);
    this.meetings = new Meetings(pattern, kept);
    this.variables =
        new ArrayList<>(
            pattern.variables().stream()
                .filter(NodeVariable.class::isInstance)
                .map(NodeVariable.class::cast)
                .toList());
    this.traversals = new ArrayList<>(pattern.traversals());
    this.conditions = new ArrayList<>(pattern.conditions());
    this.blocks = new ArrayList<>(pattern.blocks());
    this.bound = new HashSet<>(bound);
  }

  /** The variables that have no nodes. */
  List<NodeVariable> variables() {
    return variables;
  }

  List<Traversal> traversals() {
    return traversals;
  }

  List<Condition> conditions() {
    return conditions;
  }

  List<Block> blocks() {
    return blocks;
  }

  /** The slots that have been taken care of. */
  Set<Integer> bound() {
    return bound;
  }

  /** The slots that something else than a traversal and a condition of their own looks into. */
  Set<Integer> looked() {
    return folding.looked();
  }

  /** The order in which the variables should get nodes. */
  List<NodeVariable> walkOrder(Selectivity selectivity) {
    return WalkOrder.of(
        variables,
        open(),
        bound,
        selectivity,
        new WalkOrder.Uses(folding::isFree, meetings::isCountable));
  }

  Folding.Open open() {
    return new Folding.Open(traversals, conditions);
  }

  /** All that hangs on a variable, if it is branches and nothing else. */
  Optional<List<Branch>> branches(NodeVariable root) {
    return folding.branches(root, open(), bound);
  }

  /** What hangs on a node that rows have; empty when nothing does. */
  Optional<Branch> branch() {
    for (Traversal traversal : traversals) {
      for (NodeVariable end : List.of(traversal.from(), traversal.to())) {
        if (isBound(end)) {
          Optional<Branch> branch = folding.branch(traversal, end, open(), bound);
          if (branch.isPresent()) {
            return branch;
          }
        }
      }
    }
    return Optional.empty();
  }

  /**
   * What the rows say by now about the nodes of a variable; the way that is gone through is the
   * last one.
   *
   * @param filled the slots that rows have nodes in
   */
  Meeting meeting(NodeVariable variable, Set<Integer> filled, Selectivity selectivity) {
    List<Meeting.Way> ways =
        Meetings.ways(variable, traversals, filled).stream()
            .filter(way -> way.traversal().edge() == null)
            .sorted(new WayOrder(sequence, selectivity))
            .toList();
    List<Meeting.Way> apart =
        Meetings.ways(
            variable,
            blocks.stream().flatMap(block -> Meetings.apart(block).stream()).toList(),
            filled);
    List<NodeVariable> unlike =
        conditions.stream()
            .flatMap(condition -> Meetings.different(condition).stream())
            .filter(pair -> pair.contains(variable))
            .map(pair -> pair.getFirst().equals(variable) ? pair.getLast() : pair.getFirst())
            .filter(other -> filled.contains(other.slot()))
            .toList();
    return new Meeting(variable, ways, apart, unlike, open().about(variable));
  }

  /**
   * What hangs on a variable beside what meets there; empty unless that is all that is left about
   * it, and only the number of its nodes matters.
   */
  Optional<List<Branch>> hanging(Meeting meeting) {
    NodeVariable variable = meeting.to();
    int slot = variable.slot();
    long compared =
        conditions.stream()
            .map(Slots::of)
            .filter(slots -> slots.contains(slot) && slots.size() > 1)
            .count();
    long looking = blocks.stream().filter(b -> Slots.around(b).contains(slot)).count();
    if (!meetings.isCountable(variable)
        || compared != meeting.unlike().size()
        || looking != meeting.apart().size()) {
      return Optional.empty();
    }
    List<Traversal> others =
        traversals.stream()
            .filter(t -> meeting.ways().stream().noneMatch(way -> way.traversal().equals(t)))
            .toList();
    Set<Integer> met = new HashSet<>(bound);
    met.add(slot);
    return folding.children(variable, new Folding.Open(others, conditions), met);
  }

  /** Notes that a branch is taken care of. */
  void settle(Branch branch) {
    traversals.removeIf(branch.traversal()::equals);
    conditions.removeAll(branch.conditions());
    bind(branch.to());
    bindEdge(branch.traversal());
    branch.branches().forEach(this::settle);
  }

  /** Notes that what meets at a variable is taken care of. */
  void settle(Meeting meeting) {
    int slot = meeting.to().slot();
    meeting.ways().forEach(way -> traversals.removeIf(way.traversal()::equals));
    blocks.removeIf(block ->
        Meetings.apart(block)
            .filter(t -> meeting.apart().stream().anyMatch(way -> way.traversal().equals(t)))
            .isPresent());
    conditions.removeIf(condition ->
        Meetings.different(condition)
            .filter(pair -> pair.contains(meeting.to()))
            .filter(pair ->
                pair.stream().allMatch(v -> v.slot() == slot || meeting.unlike().contains(v)))
            .isPresent());
    conditions.removeAll(meeting.conditions());
    bind(meeting.to());
  }

  /** Takes the conditions on a variable alone. */
  List<Condition> takeAbout(RowVariable variable) {
    return take(condition -> Slots.of(condition).equals(Set.of(variable.slot())));
  }

  List<Condition> take(Predicate<Condition> wanted) {
    List<Condition> taken = conditions.stream().filter(wanted).toList();
    conditions.removeAll(taken);
    return taken;
  }

  /** The conditions that can be checked as soon as a variable has a node. */
  List<Condition> usable(NodeVariable variable) {
    Set<Integer> then = new HashSet<>(bound);
    then.add(variable.slot());
    return conditions.stream().filter(c -> then.containsAll(Slots.of(c))).toList();
  }

  /** Notes that the edge of a traversal is there, and takes the conditions on it alone. */
  List<Condition> bindEdge(Traversal traversal) {
    EdgeVariable edge = traversal.edge();
    if (edge == null) {
      return List.of();
    }
    bound.add(edge.slot());
    return takeAbout(edge);
  }

  boolean isBound(NodeVariable variable) {
    return bound.contains(variable.slot());
  }

  void bind(NodeVariable variable) {
    bound.add(variable.slot());
    variables.remove(variable);
    sequence.add(variable);
  }

  /** Ways by how good it is to go through them: the latest nodes differ from row to row. */
  private record WayOrder(List<NodeVariable> sequence, Selectivity selectivity)
      implements Comparator<Meeting.Way> {

    private static final double REPEATED = 4;

    @Override
    public int compare(Meeting.Way left, Meeting.Way right) {
      return Double.compare(cost(right), cost(left));
    }

    private double cost(Meeting.Way way) {
      double partners = selectivity.partners(way.traversal(), way.from(), List.of());
      boolean isLatest = !sequence.isEmpty() && sequence.getLast().equals(way.from());
      return isLatest ? partners : REPEATED * partners;
    }
  }
}
