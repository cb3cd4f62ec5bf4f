package io.omnigraph.execute.reference;

import io.omnigraph.execute.reference.Records.Edge;
import io.omnigraph.query.check.Condition;
import io.omnigraph.query.check.EdgeVariable;
import io.omnigraph.query.check.NodeVariable;
import io.omnigraph.query.check.Pattern;
import io.omnigraph.query.check.Pattern.Block;
import io.omnigraph.query.check.Pattern.Direction;
import io.omnigraph.query.check.Pattern.Member;
import io.omnigraph.query.check.Pattern.Traversal;
import io.omnigraph.query.check.RowVariable;
import io.omnigraph.query.check.TypedExpression;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Answers patterns by trying every assignment, straight from the reference's words. A row has the
 * id of a node for each slot, and null for a node that is missing.
 */
record NaiveMatch(Records graph) {

  /** The assignments of a pattern that extend one of the variables around it. */
  List<Map<Integer, @Nullable String>> rows(Pattern pattern, Map<Integer, @Nullable String> outer) {
    List<Map<Integer, @Nullable String>> rows = List.of(outer);
    for (RowVariable variable : pattern.variables()) {
      if (variable instanceof EdgeVariable) {
        continue;
      }
      List<Map<Integer, @Nullable String>> longer = new ArrayList<>();
      for (Map<Integer, @Nullable String> row : rows) {
        for (String id : graph.ids(variable.typeNames()).keySet()) {
          Map<Integer, @Nullable String> next = new HashMap<>(row);
          next.put(variable.slot(), id);
          if (decided(pattern, next).allMatch(traversal -> isPair(traversal, next))) {
            longer.add(next);
          }
        }
      }
      rows = longer;
    }
    for (Traversal traversal : pattern.traversals()) {
      EdgeVariable edge = traversal.edge();
      if (edge != null) {
        List<Map<Integer, @Nullable String>> longer = new ArrayList<>();
        for (Map<Integer, @Nullable String> row : rows) {
          for (String found : edgesBetween(traversal, row)) {
            Map<Integer, @Nullable String> next = new HashMap<>(row);
            next.put(edge.slot(), found);
            longer.add(next);
          }
        }
        rows = longer;
      }
    }
    rows = kept(pattern, rows, false);
    for (Pattern optional : pattern.optionals()) {
      List<Map<Integer, @Nullable String>> extended = new ArrayList<>();
      for (Map<Integer, @Nullable String> row : rows) {
        extended.addAll(extended(optional, row));
      }
      rows = extended;
    }
    return kept(pattern, rows, true);
  }

  private List<Map<Integer, @Nullable String>> kept(
      Pattern pattern, List<Map<Integer, @Nullable String>> rows, boolean afterOptionals) {
    List<Map<Integer, @Nullable String>> kept = new ArrayList<>();
    for (Map<Integer, @Nullable String> row : rows) {
      if (holds(pattern, row, afterOptionals)) {
        kept.add(row);
      }
    }
    return kept;
  }

  private List<Map<Integer, @Nullable String>> extended(
      Pattern optional, Map<Integer, @Nullable String> row) {
    List<Map<Integer, @Nullable String>> found = rows(optional, row);
    if (!found.isEmpty()) {
      return found;
    }
    Map<Integer, @Nullable String> alone = new HashMap<>(row);
    optional.visibleVariables().forEach(variable -> alone.put(variable.slot(), null));
    return List.of(alone);
  }

  private static Stream<Traversal> decided(Pattern pattern, Map<Integer, @Nullable String> row) {
    return pattern.traversals().stream()
        .filter(t -> t.edge() == null)
        .filter(t -> row.containsKey(t.from().slot()) && row.containsKey(t.to().slot()));
  }

  /** Whether what is about the variables of optional patterns holds, or else all the rest. */
  private boolean holds(
      Pattern pattern, Map<Integer, @Nullable String> row, boolean afterOptionals) {
    Set<Integer> late = new HashSet<>();
    pattern.optionals().forEach(o -> o.visibleVariables().forEach(v -> late.add(v.slot())));
    boolean traversed =
        afterOptionals
            || pattern.traversals().stream().allMatch(t -> t.edge() != null || isPair(t, row));
    return traversed
        && pattern.conditions().stream()
            .filter(condition -> mentions(condition, late) == afterOptionals)
            .allMatch(condition -> holds(condition, row))
        && pattern.blocks().stream()
            .filter(block -> mentions(block, late) == afterOptionals)
            .allMatch(block -> holds(block, row));
  }

  private boolean holds(Block block, Map<Integer, @Nullable String> row) {
    List<Map<Integer, @Nullable String>> ways = rows(block.pattern(), row);
    int found = ways.size();
    return switch (block) {
      case Block.Measured(_, var aggregate, var comparison, var number) -> {
        List<Object> values = new ArrayList<>();
        for (Map<Integer, @Nullable String> way : ways) {
          Object value = value(aggregate.argument(), way);
          if (value != null) {
            values.add(value);
          }
        }
        Object measure = NaiveValues.aggregate(aggregate.function(), values);
        Object wanted = value(number, row);
        yield measure != null
            && wanted != null
            && NaiveValues.holds(comparison, NaiveValues.compare(measure, wanted));
      }
      case Block.Absent _ -> found == 0;
      case Block.Present _ -> found > 0;
      case Block.Counted(_, var comparison, var number) -> {
        Object wanted = value(number, row);
        yield wanted != null
            && NaiveValues.holds(comparison, NaiveValues.compare((long) found, wanted));
      }
    };
  }

  private boolean isPair(Traversal traversal, Map<Integer, @Nullable String> row) {
    String from = row.get(traversal.from().slot());
    String to = row.get(traversal.to().slot());
    if (from == null || to == null) {
      return false;
    }
    if (from.equals(to) && traversal.chains()) {
      return traversal.min() == 1 && targets(traversal, Set.of(from)).contains(to);
    }
    Set<String> seen = new HashSet<>(traversal.chains() ? Set.of(from) : Set.of());
    Set<String> frontier = Set.of(from);
    for (long distance = 1; distance <= traversal.max() && !frontier.isEmpty(); distance++) {
      Set<String> next = targets(traversal, frontier);
      next.removeAll(seen);
      if (next.contains(to)) {
        return distance >= traversal.min();
      }
      seen.addAll(next);
      frontier = next;
    }
    return false;
  }

  private Set<String> targets(Traversal traversal, Set<String> sources) {
    Set<String> targets = new HashSet<>();
    for (Member member : traversal.members()) {
      for (Edge each : real(member)) {
        if (member.direction() != Direction.BACKWARD && sources.contains(each.source())) {
          targets.add(each.target());
        }
        if (member.direction() != Direction.FORWARD && sources.contains(each.target())) {
          targets.add(each.source());
        }
      }
    }
    return targets;
  }

  /** The edges of a type whose ends exist. */
  private List<Edge> real(Member member) {
    String type = member.type().name();
    return graph.edges(type).stream()
        .filter(edge ->
            graph.ids(Records.sourceType(type)).containsKey(edge.source())
                && graph.ids(Records.targetType(type)).containsKey(edge.target()))
        .toList();
  }

  /** The edges that join the ends of a traversal on a row, each once: its type and its number. */
  private List<String> edgesBetween(Traversal traversal, Map<Integer, @Nullable String> row) {
    String from = row.get(traversal.from().slot());
    String to = row.get(traversal.to().slot());
    List<String> found = new ArrayList<>();
    for (Member member : traversal.members()) {
      for (Edge edge : real(member)) {
        boolean forward = edge.source().equals(from) && edge.target().equals(to);
        boolean backward = edge.source().equals(to) && edge.target().equals(from);
        boolean joins =
            switch (member.direction()) {
              case FORWARD -> forward;
              case BACKWARD -> backward;
              case EITHER -> forward || backward;
            };
        if (joins) {
          found.add(member.type().name() + " " + edge.id());
        }
      }
    }
    return found;
  }

  private boolean holds(Condition condition, Map<Integer, @Nullable String> row) {
    return Boolean.TRUE.equals(truth(condition, row));
  }

  /** The truth of a condition (docs/reference/query-language.md §4.3); null where it is unknown. */
  private @Nullable Boolean truth(Condition condition, Map<Integer, @Nullable String> row) {
    return switch (condition) {
      case Condition.Compares(var left, var comparison, var right) -> {
        Object a = value(left, row);
        Object b = value(right, row);
        yield (a == null || b == null)
            ? null
            : (Boolean) NaiveValues.holds(comparison, NaiveValues.compare(a, b));
      }
      case Condition.HasElement(var list, var element) -> {
        Object items = value(list, row);
        Object wanted = value(element, row);
        yield (items == null || wanted == null)
            ? null
            : (Boolean)
                ((List<?>) items).stream().anyMatch(item -> NaiveValues.compare(item, wanted) == 0);
      }
      case Condition.HasSubstring(var text, var place, var part) -> {
        Object whole = value(text, row);
        Object wanted = value(part, row);
        yield (whole == null || wanted == null)
            ? null
            : (Boolean)
                switch (place) {
                  case ANYWHERE -> whole.toString().contains(wanted.toString());
                  case START -> whole.toString().startsWith(wanted.toString());
                  case END -> whole.toString().endsWith(wanted.toString());
                };
      }
      case Condition.IsNull(var operand, var expected) -> (value(operand, row) == null) == expected;
      case Condition.Holds(var operand) -> (Boolean) value(operand, row);
      case Condition.Negated(var negated) -> {
        Boolean truth = truth(negated, row);
        yield truth == null ? null : (Boolean) !truth;
      }
      case Condition.All(var parts) -> joined(parts, row, false);
      case Condition.Any(var parts) -> joined(parts, row, true);
    };
  }

  /** What decides where one part has it; else unknown where one part is, else the opposite. */
  private @Nullable Boolean joined(
      List<Condition> parts, Map<Integer, @Nullable String> row, boolean decisive) {
    List<@Nullable Boolean> truths = new ArrayList<>();
    parts.forEach(part -> truths.add(truth(part, row)));
    if (truths.contains(decisive)) {
      return decisive;
    }
    return truths.contains(null) ? null : (Boolean) !decisive;
  }

  /** The value of an expression; null for null. */
  @Nullable Object value(TypedExpression expression, Map<Integer, @Nullable String> row) {
    return switch (expression) {
      case TypedExpression.Constant(var constant, _) -> constant;
      case TypedExpression.Null _ -> null;
      case TypedExpression.ParameterValue(var parameter) ->
          RandomRead.PARAMETERS.get(parameter.name());
      case TypedExpression.FixedTruth(var condition) -> truth(condition, row);
      case TypedExpression.ListOf(var elements, _) ->
          elements.stream().map(element -> value(element, row)).filter(Objects::nonNull).toList();
      case TypedExpression.SystemValue(NodeVariable variable, _) -> row.get(variable.slot());
      case TypedExpression.SystemValue(EdgeVariable variable, var field) -> {
        String key = row.get(variable.slot());
        yield key == null
            ? null
            : switch (field) {
              case ID -> edge(key).id();
              case SRC -> edge(key).source();
              case DST -> edge(key).target();
              case TYPE -> type(key);
            };
      }
      case TypedExpression.PropertyValue(EdgeVariable variable, var property) -> {
        String key = row.get(variable.slot());
        yield key == null ? null : edge(key).values().get(property.name());
      }
      case TypedExpression.Computed(_, var condition) -> truth(condition, row);
      case Condition condition -> truth(condition, row);
      case TypedExpression.PropertyValue(var variable, var property) -> {
        String id = row.get(variable.slot());
        yield id == null ? null : graph.value(variable.typeNames(), id, property.name());
      }
      default -> throw new IllegalArgumentException("not generated: " + expression);
    };
  }

  private static String type(String key) {
    return key.substring(0, key.indexOf(' '));
  }

  private Edge edge(String key) {
    String id = key.substring(key.indexOf(' ') + 1);
    return graph.edges(type(key)).stream().filter(e -> e.id().equals(id)).findFirst().orElseThrow();
  }

  private static boolean mentions(Condition condition, Set<Integer> slots) {
    return !slots.isEmpty()
        && slots.stream()
            .anyMatch(slot -> condition.toString().contains("Variable[slot=" + slot + ","));
  }

  private static boolean mentions(Block block, Set<Integer> slots) {
    return !slots.isEmpty()
        && slots.stream()
            .anyMatch(slot -> block.toString().contains("Variable[slot=" + slot + ","));
  }
}
