package io.omnigraph.query.check;

import io.omnigraph.ground.source.DidYouMean;
import io.omnigraph.query.ast.Comparison;
import io.omnigraph.query.ast.Expression;
import io.omnigraph.query.ast.Statement;
import io.omnigraph.query.check.CheckedStatement.Assignment;
import io.omnigraph.query.check.CheckedStatement.Endpoint;
import io.omnigraph.query.check.CheckedStatement.EndpointPredicate;
import io.omnigraph.query.check.CheckedStatement.Predicate;
import io.omnigraph.query.check.CheckedStatement.PropertyPredicate;
import io.omnigraph.query.check.TypedExpression.Fixed;
import io.omnigraph.query.parameter.Parameter;
import io.omnigraph.schema.catalog.GraphType;
import io.omnigraph.schema.catalog.GraphType.EdgeType;
import io.omnigraph.schema.catalog.GraphType.NodeType;
import io.omnigraph.schema.catalog.Property;
import io.omnigraph.schema.catalog.Schema;
import io.omnigraph.values.PropertyType;
import io.omnigraph.values.Scalar;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Checks the statements of a mutation. */
final class MutationChecker {

  private static final PropertyType ID = PropertyType.of(Scalar.STRING);

  private final Schema schema;
  private final ValueChecker values;

  MutationChecker(Schema schema, Map<String, Parameter> parameters) {
    this.schema = schema;
    this.values = new ValueChecker(variable -> declared(parameters, variable));
  }

  private static Parameter declared(
      Map<String, Parameter> parameters, Expression.Variable variable) {
    Parameter parameter = parameters.get(variable.name());
    if (parameter == null) {
      throw TypeError.of(
          "T14",
          "`$" + variable.name() + "` is not a declared parameter",
          Types.nearestVariable(variable.name(), parameters.keySet()),
          variable.span());
    }
    return parameter;
  }

  CheckedStatement statement(Statement statement) {
    GraphType type = type(statement);
    return switch (statement) {
      case Statement.Insert insert -> insert(type, insert);
      case Statement.Update update -> update(type, update);
      case Statement.Delete(_, _, Statement.Predicate predicate) -> delete(type, predicate);
    };
  }

  private GraphType type(Statement statement) {
    Optional<GraphType> node = schema.node(statement.type()).map(GraphType.class::cast);
    return node.or(() -> schema.edge(statement.type()))
        .orElseThrow(() ->
            TypeError.of(
                "T10",
                "unknown type `" + statement.type() + "`",
                DidYouMean.help(statement.type(), typeNames()),
                statement.typeSpan()));
  }

  private List<String> typeNames() {
    return Stream.<GraphType>concat(schema.nodes().stream(), schema.edges().stream())
        .map(GraphType::name)
        .toList();
  }

  private CheckedStatement insert(GraphType type, Statement.Insert insert) {
    return switch (type) {
      case NodeType node -> {
        var assigned = new AssignmentChecker(node, values).assignments(insert.assignments());
        new RequiredProperties(node).check(assigned, insert.typeSpan());
        yield new CheckedStatement.InsertNode(node, assigned);
      }
      case EdgeType edge -> insertEdge(edge, insert);
      case GraphType.InterfaceType _ -> throw noRows(type);
    };
  }

  private static IllegalStateException noRows(GraphType type) {
    return new IllegalStateException("an interface has no rows: " + type.name());
  }

  private CheckedStatement insertEdge(EdgeType edge, Statement.Insert insert) {
    var checker = new AssignmentChecker(edge, values);
    checker.refuseTwice(insert.assignments());
    Fixed from = end(edge, "from", insert);
    Fixed to = end(edge, "to", insert);
    List<Assignment> assigned =
        checker.assignments(
            insert.assignments().stream().filter(a -> endpoint(a.property()).isEmpty()).toList());
    new RequiredProperties(edge).check(assigned, insert.typeSpan());
    return new CheckedStatement.InsertEdge(edge, from, to, assigned);
  }

  private Fixed end(EdgeType edge, String name, Statement.Insert insert) {
    return insert.assignments().stream()
        .filter(a -> a.property().equals(name))
        .findFirst()
        .map(a -> values.value(idOf(edge, name, ValueChecker.Use.ASSIGNED), a.value()))
        .orElseThrow(() ->
            TypeError.of(
                "T12",
                "insert of edge `%s` misses `%s`".formatted(edge.name(), name),
                "assign the id of a node of that end",
                insert.typeSpan()));
  }

  private static ValueChecker.Target idOf(EdgeType edge, String end, ValueChecker.Use use) {
    return new ValueChecker.Target(edge.name() + "." + end, ID, use);
  }

  private static Optional<Endpoint> endpoint(String name) {
    return switch (name) {
      case "from" -> Optional.of(Endpoint.FROM);
      case "to" -> Optional.of(Endpoint.TO);
      default -> Optional.empty();
    };
  }

  private CheckedStatement update(GraphType type, Statement.Update update) {
    if (!(type instanceof NodeType node)) {
      throw TypeError.of(
          "T16",
          "update of edge type `" + type.name() + "` is not supported",
          "delete the edge and insert it again",
          update.typeSpan());
    }
    var assigned = new AssignmentChecker(node, values).assignments(update.assignments());
    return new CheckedStatement.UpdateNodes(node, assigned, predicate(node, update.predicate()));
  }

  private CheckedStatement delete(GraphType type, Statement.Predicate predicate) {
    return switch (type) {
      case NodeType node -> new CheckedStatement.DeleteNodes(node, predicate(node, predicate));
      case EdgeType edge -> new CheckedStatement.DeleteEdges(edge, edgePredicate(edge, predicate));
      case GraphType.InterfaceType _ -> throw noRows(type);
    };
  }

  private Predicate edgePredicate(EdgeType edge, Statement.Predicate written) {
    Optional<Endpoint> endpoint = endpoint(written.property());
    if (endpoint.isEmpty()) {
      return predicate(edge, written);
    }
    Fixed id =
        values.value(idOf(edge, written.property(), ValueChecker.Use.COMPARED), written.value());
    return new EndpointPredicate(endpoint.get(), written.comparison(), id);
  }

  private PropertyPredicate predicate(GraphType type, Statement.Predicate written) {
    Property property = AssignmentChecker.property(type, written.property(), written.span());
    String name = type.name() + "." + property.name();
    PropertyType wanted = property.type();
    if (!Types.isComparable(wanted)) {
      boolean isBlob = !wanted.isList() && wanted.scalar() == Scalar.BLOB;
      throw TypeError.of(
          isBlob ? "T11" : "T7",
          "`%s` is %s, which cannot be compared".formatted(name, Types.incomparable(wanted)),
          written.span());
    }
    Fixed value =
        values.value(
            new ValueChecker.Target(name, wanted, ValueChecker.Use.COMPARED), written.value());
    Comparison comparison = written.comparison();
    return new PropertyPredicate(property, comparison, value);
  }
}
