package io.omnigraph.query.execute;

import io.omnigraph.graph.snapshot.Column;
import io.omnigraph.graph.snapshot.EdgeTable;
import io.omnigraph.graph.snapshot.NodeTable;
import io.omnigraph.graph.snapshot.Snapshot;
import io.omnigraph.query.check.CheckedRead;
import io.omnigraph.query.check.Condition;
import io.omnigraph.query.check.NodeVariable;
import io.omnigraph.query.check.OutputColumn;
import io.omnigraph.query.check.Pattern;
import io.omnigraph.query.check.TypedExpression;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Answers patterns by trying every assignment, straight from the specification's words. */
record NaiveMatch(Snapshot graph) {

  /** The rows of a read that returns nodes, their ids joined by commas. */
  List<String> rows(CheckedRead read) {
    return assignments(read.match(), Map.of()).stream()
        .map(row ->
            read.columns().stream()
                .map(column -> String.valueOf(value(((OutputColumn.Plain) column).value(), row)))
                .collect(Collectors.joining(",")))
        .toList();
  }

  private List<Map<Integer, String>> assignments(Pattern pattern, Map<Integer, String> outer) {
    List<Map<Integer, String>> rows = List.of(outer);
    for (NodeVariable variable : pattern.variables()) {
      List<Map<Integer, String>> longer = new ArrayList<>();
      for (Map<Integer, String> row : rows) {
        for (String id : ids(variable)) {
          Map<Integer, String> next = new HashMap<>(row);
          next.put(variable.slot(), id);
          longer.add(next);
        }
      }
      rows = longer;
    }
    return rows.stream().filter(row -> holds(pattern, row)).toList();
  }

  private boolean holds(Pattern pattern, Map<Integer, String> row) {
    return pattern.traversals().stream().allMatch(traversal -> isPair(traversal, row))
        && pattern.conditions().stream().allMatch(condition -> holds(condition, row))
        && pattern.blocks().stream().allMatch(block -> assignments(block.pattern(), row).isEmpty());
  }

  private boolean isPair(Pattern.Traversal traversal, Map<Integer, String> row) {
    String from = String.valueOf(row.get(traversal.from().slot()));
    String to = String.valueOf(row.get(traversal.to().slot()));
    EdgeTable edges = graph.edges(traversal.edge().name());
    if (!traversal.chains()) {
      return traversal.min() == 1 && targets(edges, Set.of(from)).contains(to);
    }
    Set<String> seen = new HashSet<>(Set.of(from));
    Set<String> frontier = Set.of(from);
    for (long distance = 1; distance <= traversal.max(); distance++) {
      Set<String> next = targets(edges, frontier);
      next.removeAll(seen);
      if (next.contains(to)) {
        return distance >= traversal.min();
      }
      seen.addAll(next);
      frontier = next;
    }
    return false;
  }

  private static Set<String> targets(EdgeTable edges, Set<String> sources) {
    Set<String> targets = new HashSet<>();
    for (int row = 0; row < edges.size(); row++) {
      if (edges.isLive(row) && sources.contains(edges.source(row))) {
        targets.add(edges.target(row));
      }
    }
    return targets;
  }

  private boolean holds(Condition condition, Map<Integer, String> row) {
    if (!(condition instanceof Condition.Compares(var left, var comparison, var right))) {
      throw new IllegalArgumentException("not generated: " + condition);
    }
    Object a = value(left, row);
    Object b = value(right, row);
    if (a == null || b == null) {
      return false;
    }
    int order =
        a instanceof Long number
            ? Long.compare(number, (Long) b)
            : String.valueOf(a).compareTo(String.valueOf(b));
    return switch (comparison) {
      case EQUAL -> order == 0;
      case NOT_EQUAL -> order != 0;
      case LESS -> order < 0;
      case LESS_OR_EQUAL -> order <= 0;
      case GREATER -> order > 0;
      case GREATER_OR_EQUAL -> order >= 0;
    };
  }

  private @Nullable Object value(TypedExpression expression, Map<Integer, String> row) {
    return switch (expression) {
      case TypedExpression.Constant(var constant, _) -> constant;
      case TypedExpression.NodeId(var variable) -> row.get(variable.slot());
      case TypedExpression.PropertyValue(var variable, var property) -> {
        NodeTable nodes = graph.nodes(variable.type().name());
        Column column = nodes.column(property.name());
        yield Values.of(column, nodes.rowOf(String.valueOf(row.get(variable.slot()))));
      }
      default -> throw new IllegalArgumentException("not generated: " + expression);
    };
  }

  private List<String> ids(NodeVariable variable) {
    NodeTable nodes = graph.nodes(variable.type().name());
    List<String> ids = new ArrayList<>();
    for (int row = 0; row < nodes.size(); row++) {
      if (nodes.isLive(row)) {
        ids.add(nodes.id(row));
      }
    }
    return ids;
  }
}
