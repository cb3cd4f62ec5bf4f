package io.omnigraph.execute.plan;

import io.omnigraph.query.check.Condition;
import io.omnigraph.query.check.EdgeVariable;
import io.omnigraph.query.check.NodeVariable;
import io.omnigraph.query.check.Pattern;
import io.omnigraph.query.check.Pattern.Traversal;
import io.omnigraph.query.check.RowVariable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the branches of a pattern: trees of which only the number of assignments matters. */
final class Folding {

  private final Set<Integer> looked;

  /**
   * The branches of a pattern.
   *
   * @param kept the slots that what comes after the pattern looks into
   */
  Folding(Pattern pattern, Set<Integer> kept) {
    looked = new HashSet<>(kept);
    for (Condition condition : pattern.conditions()) {
      Set<Integer> about = Slots.of(condition);
      if (about.size() > 1) {
        looked.addAll(about);
      }
    }
    Set<Integer> edges = new HashSet<>();
    pattern.traversals().stream()
        .map(Traversal::edge)
        .filter(Objects::nonNull)
        .forEach(edge -> edges.add(edge.slot()));
    for (Condition condition : pattern.conditions()) {
      Slots.of(condition).stream().filter(edges::contains).forEach(looked::add);
    }
    pattern.blocks().forEach(block -> looked.addAll(Slots.around(block)));
    pattern.optionals().forEach(optional -> looked.addAll(Slots.around(optional)));
  }

  /** The slots that something else than a traversal and a condition of their own looks into. */
  Set<Integer> looked() {
    return looked;
  }

  /** Whether nothing but traversals and conditions of its own is about a variable. */
  boolean isFree(RowVariable variable) {
    return !looked.contains(variable.slot());
  }

  /**
   * What hangs on a variable by a traversal, if it is a branch.
   *
   * @param open the traversals and conditions that have not been taken care of
   * @param bound the slots that have nodes
   */
  Optional<Branch> branch(Traversal traversal, NodeVariable from, Open open, Set<Integer> bound) {
    Set<Integer> met = new HashSet<>(bound);
    met.add(from.slot());
    return grow(traversal, from, open, met);
  }

  /** All that hangs on a variable, if it is branches and nothing else. */
  Optional<List<Branch>> branches(NodeVariable root, Open open, Set<Integer> bound) {
    Set<Integer> met = new HashSet<>(bound);
    met.add(root.slot());
    return isFree(root) ? children(root, null, open, met) : Optional.empty();
  }

  /** What of a pattern has not been taken care of yet. */
  record Open(List<Traversal> traversals, List<Condition> conditions) {

    /** The conditions that are about one variable and nothing else. */
    List<Condition> about(NodeVariable variable) {
      return conditions.stream()
          .filter(condition -> Slots.of(condition).equals(Set.of(variable.slot())))
          .toList();
    }
  }

  private Optional<Branch> grow(
      Traversal traversal, NodeVariable from, Open open, Set<Integer> met) {
    NodeVariable to = otherEnd(traversal, from);
    EdgeVariable edge = traversal.edge();
    if ((edge != null && !isFree(edge)) || !isFree(to) || !met.add(to.slot())) {
      return Optional.empty();
    }
    return children(to, traversal, open, met)
        .map(branches -> new Branch(traversal, from, to, open.about(to), branches));
  }

  /** All that hangs on a variable by open traversals, if it is branches and nothing else. */
  Optional<List<Branch>> children(NodeVariable at, Open open, Set<Integer> met) {
    return children(at, null, open, met);
  }

  /**
   * A pattern that is one branch and nothing else.
   *
   * @param kept the slots that what comes after the pattern looks into
   * @param bound the slots that have nodes
   */
  static Optional<Branch> whole(Pattern pattern, Set<Integer> kept, Set<Integer> bound) {
    if (!pattern.blocks().isEmpty() || !pattern.optionals().isEmpty()) {
      return Optional.empty();
    }
    Folding folding = new Folding(pattern, kept);
    Open open = new Open(pattern.traversals(), pattern.conditions());
    for (Traversal traversal : pattern.traversals()) {
      for (NodeVariable end : List.of(traversal.from(), traversal.to())) {
        if (bound.contains(end.slot())) {
          return folding
              .branch(traversal, end, open, bound)
              .filter(branch -> branch.traversals() == pattern.traversals().size())
              .filter(branch -> branch.traversals() == nodes(pattern))
              .filter(branch -> branch.allConditions() == pattern.conditions().size());
        }
      }
    }
    return Optional.empty();
  }

  private static long nodes(Pattern pattern) {
    return pattern.variables().stream().filter(NodeVariable.class::isInstance).count();
  }

  private Optional<List<Branch>> children(
      NodeVariable at, @Nullable Traversal entrance, Open open, Set<Integer> met) {
    List<Branch> children = new ArrayList<>();
    for (Traversal traversal : open.traversals()) {
      if (!traversal.equals(entrance) && touches(traversal, at)) {
        Optional<Branch> child = grow(traversal, at, open, met);
        if (child.isEmpty()) {
          return Optional.empty();
        }
        children.add(child.get());
      }
    }
    return Optional.of(children);
  }

  /** Whether a variable is at an end of a traversal. */
  static boolean touches(Traversal traversal, NodeVariable variable) {
    return traversal.from().slot() == variable.slot() || traversal.to().slot() == variable.slot();
  }

  /** The variable at the end of a traversal that another one is not at. */
  static NodeVariable otherEnd(Traversal traversal, NodeVariable end) {
    return traversal.from().slot() == end.slot() ? traversal.to() : traversal.from();
  }
}
