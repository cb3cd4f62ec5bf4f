package io.omnigraph.query.check;

import io.omnigraph.ground.source.DidYouMean;
import io.omnigraph.query.ast.Expression;
import io.omnigraph.query.ast.Statement;
import io.omnigraph.query.check.CheckedStatement.Assignment;
import io.omnigraph.query.check.TypedExpression.Fixed;
import io.omnigraph.query.parameter.Parameter;
import io.omnigraph.schema.catalog.GraphType;
import io.omnigraph.schema.catalog.GraphType.EdgeType;
import io.omnigraph.schema.catalog.GraphType.NodeType;
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
      case Statement.Delete delete ->
          new CheckedStatement.Delete(row(type), condition(type, delete.condition()));
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
                Types.near(statement.type(), typeNames()),
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
            insert.assignments().stream().filter(a -> !isEnd(a.property())).toList());
    new RequiredProperties(edge).check(assigned, insert.typeSpan());
    return new CheckedStatement.InsertEdge(edge, from, to, assigned);
  }

  private Fixed end(EdgeType edge, String name, Statement.Insert insert) {
    return insert.assignments().stream()
        .filter(a -> a.property().equals(name))
        .findFirst()
        .map(a -> values.value(idOf(edge, name), a.value()))
        .orElseThrow(() ->
            TypeError.of(
                "T12",
                "insert of edge `%s` misses `%s`".formatted(edge.name(), name),
                "assign the id of a node of that end",
                insert.typeSpan()));
  }

  private static ValueChecker.Target idOf(EdgeType edge, String end) {
    return new ValueChecker.Target(edge.name() + "." + end, ID, ValueChecker.Use.ASSIGNED);
  }

  private static boolean isEnd(String property) {
    return property.equals("from") || property.equals("to");
  }

  private CheckedStatement update(GraphType type, Statement.Update update) {
    update.assignments().forEach(assignment -> refuseFixed(type, assignment));
    var assigned = new AssignmentChecker(type, values).assignments(update.assignments());
    return new CheckedStatement.Update(row(type), assigned, condition(type, update.condition()));
  }

  /** That the ends of an edge, and what else gives it its id, stay as they are. */
  private static void refuseFixed(GraphType type, Statement.Assignment assignment) {
    String name = assignment.property();
    boolean isEnd = isEnd(name) && type.property(name).isEmpty();
    if (type instanceof EdgeType && (isEnd || type.keyColumns().contains(name))) {
      throw TypeError.of(
          "T16",
          "`%s` of an edge cannot be changed%s"
              .formatted(name, isEnd ? "" : ", because it belongs to the key"),
          "delete the edge and insert it again",
          assignment.span());
    }
  }

  private static RowVariable row(GraphType type) {
    return switch (type) {
      case NodeType node -> new NodeVariable(0, "", node, false);
      case EdgeType edge -> new EdgeVariable(0, "", List.of(edge), false);
      case GraphType.InterfaceType _ -> throw noRows(type);
    };
  }

  private Condition condition(GraphType type, Expression written) {
    if (type.property("true").isPresent() || type.property("false").isPresent()) {
      BooleanLiterals.in(written)
          .ifPresent(span -> {
            throw TypeError.of(
                "T46",
                "type `%s` has a property that is called like this literal".formatted(type.name()),
                "pass the value as a parameter",
                span);
          });
    }
    return new ExpressionChecker(new WhereOperands(row(type), values.parameter()))
        .condition(written);
  }
}
