package io.omnigraph.execute.mutation;

import io.omnigraph.execute.operator.Bindings;
import io.omnigraph.execute.operator.MatchingRows;
import io.omnigraph.execute.result.QueryRejected;
import io.omnigraph.graph.embed.MissingVectors;
import io.omnigraph.graph.write.Transaction;
import io.omnigraph.query.check.CheckedStatement;
import io.omnigraph.query.check.CheckedStatement.Assignment;
import io.omnigraph.query.check.Condition;
import io.omnigraph.query.check.EdgeVariable;
import io.omnigraph.query.check.NodeVariable;
import io.omnigraph.query.check.RowVariable;
import io.omnigraph.query.check.TypedExpression.Fixed;
import io.omnigraph.schema.catalog.GraphType.EdgeType;
import io.omnigraph.schema.catalog.GraphType.NodeType;
import io.omnigraph.schema.catalog.Property;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Runs statements in one transaction. */
final class Statements {

  private final Bindings bindings;
  private final Transaction transaction;

  Statements(Bindings bindings, Transaction transaction) {
    this.bindings = bindings;
    this.transaction = transaction;
  }

  /** Runs one statement, which sees what those before it did. */
  Affected run(CheckedStatement statement) {
    return switch (statement) {
      case CheckedStatement.InsertNode(var type, var assignments) -> insertNode(type, assignments);
      case CheckedStatement.InsertEdge(var type, var from, var to, var assignments) ->
          insertEdge(type, from, to, assignments);
      case CheckedStatement.Update(var row, var assignments, var condition) ->
          update(row, assignments, condition);
      case CheckedStatement.Delete(var row, var condition) -> delete(row, condition);
    };
  }

  private Affected insertNode(NodeType type, List<Assignment> assignments) {
    Map<String, Object> values = values(assignments);
    MissingVectors.add(type, values, bindings.embedder());
    for (Property property : type.properties()) {
      if (!property.type().isNullable() && !values.containsKey(property.name())) {
        throw new QueryRejected(
            "missing required property '%s' of %s".formatted(property.name(), type.name()));
      }
    }
    transaction.upsertNode(type.name(), null, values);
    return Affected.nodes(1);
  }

  private Affected insertEdge(EdgeType type, Fixed from, Fixed to, List<Assignment> assignments) {
    String source = endpoint("src", from, type.from());
    String target = endpoint("dst", to, type.to());
    transaction.upsertEdge(type.name(), null, source, target, values(assignments));
    return Affected.edges(1);
  }

  private String endpoint(String end, Fixed expression, String type) {
    if (bindings.value(expression) instanceof String id
        && transaction.current().nodes(type).rowOf(id) >= 0) {
      return id;
    }
    throw new QueryRejected(
        "%s '%s' not found in %s".formatted(end, bindings.value(expression), type));
  }

  private Affected update(RowVariable row, List<Assignment> assignments, Condition condition) {
    Map<String, Optional<Object>> changes = changes(row, assignments);
    MatchingRows matching = new MatchingRows(transaction.current(), row, bindings);
    return switch (row) {
      case NodeVariable node -> {
        String type = node.type().name();
        List<String> ids = matching.ids(condition);
        ids.forEach(id -> transaction.updateNode(type, id, changes));
        yield Affected.nodes(ids.size());
      }
      case EdgeVariable edge -> {
        EdgeType type = edge.types().getFirst();
        List<StoredEdge> edges =
            StoredEdge.of(
                transaction.current().edges(type.name()), type, matching.rows(condition), changes);
        edges.forEach(each ->
            transaction.upsertEdge(
                type.name(), each.id(), each.source(), each.target(), each.values()));
        yield Affected.edges(edges.size());
      }
    };
  }

  /** The new values; they are worked out before any row is read. */
  private Map<String, Optional<Object>> changes(RowVariable row, List<Assignment> assignments) {
    Map<String, Optional<Object>> changes = new HashMap<>();
    for (Assignment assignment : assignments) {
      String property = assignment.property().name();
      if (row instanceof NodeVariable node && node.type().keyColumns().contains(property)) {
        throw new QueryRejected(
            "cannot update @key property '%s' — delete and re-insert instead".formatted(property));
      }
      Optional<Object> value = value(assignment);
      if (value.isEmpty() && !assignment.property().type().isNullable()) {
        throw new QueryRejected(
            "T47: `%s.%s` has type `%s`, which cannot be null"
                .formatted(row.typeNames(), property, assignment.property().type()));
      }
      changes.put(property, value);
    }
    return changes;
  }

  private Affected delete(RowVariable row, Condition condition) {
    List<String> ids = new MatchingRows(transaction.current(), row, bindings).ids(condition);
    return switch (row) {
      case NodeVariable node -> {
        Affected affected = Affected.NOTHING;
        for (String id : ids) {
          affected = affected.and(new Affected(1, transaction.deleteNode(node.type().name(), id)));
        }
        yield affected;
      }
      case EdgeVariable edge -> {
        ids.forEach(id -> transaction.deleteEdge(edge.types().getFirst().name(), id));
        yield Affected.edges(ids.size());
      }
    };
  }

  private Map<String, Object> values(List<Assignment> assignments) {
    Map<String, Object> values = new HashMap<>();
    for (Assignment assignment : assignments) {
      value(assignment).ifPresent(value -> values.put(assignment.property().name(), value));
    }
    return values;
  }

  private Optional<Object> value(Assignment assignment) {
    return Optional.ofNullable(bindings.value(assignment.value()))
        .map(value -> Conversion.to(assignment.property(), assignment.value().type(), value));
  }
}
