package io.omnigraph.execute.mutation;

import io.omnigraph.execute.operator.Bindings;
import io.omnigraph.execute.operator.Matching;
import io.omnigraph.execute.result.QueryRejected;
import io.omnigraph.graph.embed.MissingVectors;
import io.omnigraph.graph.snapshot.EdgeTable;
import io.omnigraph.graph.snapshot.NodeTable;
import io.omnigraph.graph.write.Transaction;
import io.omnigraph.query.ast.Comparison;
import io.omnigraph.query.check.CheckedStatement;
import io.omnigraph.query.check.CheckedStatement.Assignment;
import io.omnigraph.query.check.CheckedStatement.EndpointPredicate;
import io.omnigraph.query.check.CheckedStatement.PropertyPredicate;
import io.omnigraph.query.check.TypedExpression.Fixed;
import io.omnigraph.schema.catalog.GraphType.EdgeType;
import io.omnigraph.schema.catalog.GraphType.NodeType;
import io.omnigraph.schema.catalog.Property;
import io.omnigraph.values.PropertyType;
import io.omnigraph.values.Scalar;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Runs statements in one transaction. */
final class Statements {

  private static final PropertyType ID = PropertyType.of(Scalar.STRING);

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
      case CheckedStatement.UpdateNodes(var type, var assignments, var predicate) ->
          updateNodes(type, assignments, predicate);
      case CheckedStatement.DeleteNodes(var type, var predicate) -> deleteNodes(type, predicate);
      case CheckedStatement.DeleteEdges(var type, var predicate) -> deleteEdges(type, predicate);
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

  private Affected updateNodes(
      NodeType type, List<Assignment> assignments, PropertyPredicate predicate) {
    Map<String, Optional<Object>> changes = new HashMap<>();
    for (Assignment assignment : assignments) {
      String property = assignment.property().name();
      if (type.keyColumns().contains(property)) {
        throw new QueryRejected(
            "cannot update @key property '%s' — delete and re-insert instead".formatted(property));
      }
      changes.put(property, value(assignment));
    }
    List<String> ids = matching(type, predicate);
    ids.forEach(id -> transaction.updateNode(type.name(), id, changes));
    return Affected.nodes(ids.size());
  }

  private Affected deleteNodes(NodeType type, PropertyPredicate predicate) {
    Affected affected = Affected.NOTHING;
    for (String id : matching(type, predicate)) {
      affected = affected.and(new Affected(1, transaction.deleteNode(type.name(), id)));
    }
    return affected;
  }

  private Affected deleteEdges(EdgeType type, CheckedStatement.Predicate predicate) {
    EdgeTable edges = transaction.current().edges(type.name());
    Matching matching =
        switch (predicate) {
          case PropertyPredicate(var property, var comparison, var value) ->
              new Matching(
                  edges.column(property.name()),
                  property.type(),
                  comparison,
                  bindings.value(value),
                  value.type());
          case EndpointPredicate(var end, var comparison, var value) ->
              new Matching(new Endpoints(edges, end), ID, comparison, bindings.value(value), ID);
        };
    List<String> ids = matching.ids(edges);
    ids.forEach(id -> transaction.deleteEdge(type.name(), id));
    return Affected.edges(ids.size());
  }

  private List<String> matching(NodeType type, PropertyPredicate predicate) {
    NodeTable nodes = transaction.current().nodes(type.name());
    Object value = bindings.value(predicate.value());
    if (predicate.comparison() == Comparison.EQUAL
        && isId(type, predicate.property())
        && value instanceof String id) {
      return nodes.rowOf(id) >= 0 ? List.of(id) : List.of();
    }
    return new Matching(
            nodes.column(predicate.property().name()),
            predicate.property().type(),
            predicate.comparison(),
            value,
            predicate.value().type())
        .ids(nodes);
  }

  /** Whether the value of a property is the id of its node. */
  private static boolean isId(NodeType type, Property property) {
    return property.type().scalar() == Scalar.STRING
        && type.keyColumns().equals(List.of(property.name()));
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
