package io.omnigraph.execute.plan;

import io.omnigraph.execute.plan.Meeting.Way;
import io.omnigraph.query.ast.Comparison;
import io.omnigraph.query.check.Condition;
import io.omnigraph.query.check.NodeVariable;
import io.omnigraph.query.check.Pattern;
import io.omnigraph.query.check.Pattern.Block;
import io.omnigraph.query.check.Pattern.Traversal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds what of a pattern says that nodes differ, that no edge joins them, or that only their
 * number matters once the nodes around them are known.
 */
final class Meetings {

  private final Pattern pattern;
  private final Set<Integer> kept;

  /**
   * What a pattern says of its nodes.
   *
   * @param kept the slots that what comes after the pattern looks into
   */
  Meetings(Pattern pattern, Set<Integer> kept) {
    this.pattern = pattern;
    this.kept = kept;
  }

  /** The two variables whose nodes a condition says to be different; empty for others. */
  static Optional<List<NodeVariable>> different(Condition condition) {
    if (condition instanceof Condition.Compares(var left, var comparison, var right)
        && comparison == Comparison.NOT_EQUAL) {
      return Keys.owner(left)
          .flatMap(one ->
              Keys.owner(right)
                  .filter(other -> other.type().equals(one.type()) && other.slot() != one.slot())
                  .filter(other -> !one.isNullable() && !other.isNullable())
                  .map(other -> List.of(one, other)));
    }
    return Optional.empty();
  }

  /** The traversal that must not join two nodes from outside, if a block says no more than that. */
  static Optional<Traversal> apart(Block block) {
    return block instanceof Block.Absent(var inner)
            && inner.variables().isEmpty()
            && inner.conditions().isEmpty()
            && inner.blocks().isEmpty()
            && inner.optionals().isEmpty()
            && inner.traversals().size() == 1
            && inner.traversals().getFirst().edge() == null
        ? Optional.of(inner.traversals().getFirst())
        : Optional.empty();
  }

  /**
   * Whether only the number of a variable's nodes matters, once the variables are known that
   * conditions and blocks compare it with.
   */
  boolean isCountable(NodeVariable variable) {
    int slot = variable.slot();
    return !kept.contains(slot)
        && pattern.conditions().stream()
            .filter(condition -> Slots.of(condition).contains(slot))
            .allMatch(
                condition -> Slots.of(condition).size() == 1 || different(condition).isPresent())
        && pattern.blocks().stream()
            .filter(block -> Slots.around(block).contains(slot))
            .allMatch(
                block -> apart(block).filter(t -> t.from().slot() != t.to().slot()).isPresent())
        && pattern.optionals().stream()
            .noneMatch(optional -> Slots.around(optional).contains(slot));
  }

  /** The traversals to a variable from nodes that rows have. */
  static List<Way> ways(NodeVariable to, List<Traversal> traversals, Set<Integer> filled) {
    List<Way> ways = new ArrayList<>();
    for (Traversal traversal : traversals) {
      if (Folding.touches(traversal, to)) {
        NodeVariable from = Folding.otherEnd(traversal, to);
        if (from.slot() != to.slot() && filled.contains(from.slot())) {
          ways.add(new Way(traversal, from));
        }
      }
    }
    return ways;
  }
}
