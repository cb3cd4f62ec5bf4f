package io.omnigraph.query.check;

import io.omnigraph.ground.source.SourceSpan;
import io.omnigraph.query.ast.AggregateFunction;
import io.omnigraph.query.ast.Expression;
import io.omnigraph.query.ast.Literal;
import io.omnigraph.query.ast.Projection;
import io.omnigraph.query.check.TypedExpression.NodeId;
import io.omnigraph.query.check.TypedExpression.Now;
import io.omnigraph.query.check.TypedExpression.ParameterValue;
import io.omnigraph.query.check.TypedExpression.PropertyValue;
import io.omnigraph.query.check.TypedExpression.Score;
import io.omnigraph.query.parameter.Parameter;
import io.omnigraph.values.PropertyType;
import io.omnigraph.values.Scalar;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Checks the columns of a result. */
record ProjectionChecker(Scope scope) {

  /** The name of an id among the members of an object. */
  private static final String ID = "id";

  OutputColumn column(Projection projection) {
    return switch (projection) {
      case Projection.Value(Expression.Aggregate aggregate, String alias, _) ->
          new OutputColumn.Aggregated(name(alias, aggregate.argument()), aggregate(aggregate));
      case Projection.Value(Expression expression, String alias, _) ->
          new OutputColumn.Plain(name(alias, expression), value(expression));
      case Projection.Node node -> node(node);
    };
  }

  /** That an aggregate has nothing beside it but properties, nodes and parameters. */
  static void checkGroups(List<Projection> projections) {
    boolean isAggregate = projections.stream().anyMatch(ProjectionChecker::isAggregate);
    for (Projection projection : projections) {
      if (isAggregate && !makesGroups(projection)) {
        throw TypeError.of(
            "T9",
            "beside an aggregate only properties, nodes and parameters can be returned",
            projection.span());
      }
    }
  }

  private static boolean isAggregate(Projection projection) {
    return projection instanceof Projection.Value(Expression.Aggregate _, _, _);
  }

  private static boolean makesGroups(Projection projection) {
    return switch (projection) {
      case Projection.Node _ -> true;
      case Projection.Value(Expression expression, _, _) ->
          switch (expression) {
            case Expression.Aggregate _, Expression.PropertyAccess _, Expression.Variable _ -> true;
            case Expression.Simple _, Expression.Call _, Literal _ -> false;
          };
    };
  }

  private OutputColumn node(Projection.Node projection) {
    Expression.Variable written = projection.variable();
    NodeVariable variable =
        scope
            .variable(written.name())
            .orElseThrow(() -> scope.unbound(written.name(), written.span()));
    List<OutputColumn.Member> members =
        projection.isWhole() ? everything(variable) : members(variable, projection);
    String alias = projection.alias();
    return new OutputColumn.Node(alias == null ? written.name() : alias, variable, members);
  }

  /** The id, unless a property has that name, and the properties in the order of the schema. */
  private static List<OutputColumn.Member> everything(NodeVariable variable) {
    Stream<OutputColumn.Member> id =
        variable.type().property(ID).isPresent()
            ? Stream.of()
            : Stream.of(new OutputColumn.Member(ID, new NodeId(variable)));
    Stream<OutputColumn.Member> properties =
        variable.type().properties().stream()
            .map(p -> new OutputColumn.Member(p.name(), new PropertyValue(variable, p)));
    return Stream.concat(id, properties).toList();
  }

  private List<OutputColumn.Member> members(NodeVariable variable, Projection.Node projection) {
    Set<String> names = new HashSet<>();
    List<OutputColumn.Member> members = new ArrayList<>();
    for (Projection.Member written : projection.members()) {
      String name = written.property();
      if (!names.add(name)) {
        throw TypeError.plain("`" + name + "` is in the object twice", null, written.span());
      }
      boolean isId = name.equals(ID) && variable.type().property(ID).isEmpty();
      members.add(
          new OutputColumn.Member(
              name,
              isId
                  ? new NodeId(variable)
                  : scope.property(
                      new Expression.PropertyAccess(variable.name(), name, written.span()))));
    }
    return members;
  }

  private TypedExpression value(Expression written) {
    return switch (written) {
      case Expression.PropertyAccess access -> scope.property(access);
      case Expression.Variable variable -> variable(variable);
      case Literal literal -> Literals.operand(literal);
      case Expression.Now _ -> new Now();
      case Expression.TextCall call -> new SearchChecker(scope).textMatch(call);
      case Expression.RankCall call -> new Score(new SearchChecker(scope).ranking(call));
      case Expression.Rrf rrf -> new Score(new SearchChecker(scope).ranking(rrf));
      case Expression.AliasReference(String name, SourceSpan span) ->
          throw TypeError.plain(
              "unsupported projection expression: `" + name + "` is a bare word", null, span);
      case Expression.Aggregate(_, _, _, SourceSpan span) ->
          throw TypeError.plain(
              "unsupported projection expression: aggregates cannot be nested", null, span);
    };
  }

  private TypedExpression variable(Expression.Variable variable) {
    Optional<Parameter> parameter = scope.parameter(variable.name());
    if (parameter.isPresent()) {
      return new ParameterValue(parameter.get());
    }
    Optional<NodeVariable> node = scope.variable(variable.name());
    if (node.isPresent()) {
      return new NodeId(node.get());
    }
    throw scope.unbound(variable.name(), variable.span());
  }

  /** An aggregate, whether it is a column or a key of the order. */
  TypedAggregate aggregate(Expression.Aggregate written) {
    TypedExpression argument = value(written.argument());
    return new TypedAggregate(
        written.function(), written.isDistinct(), argument, resultType(written, argument.type()));
  }

  private static PropertyType resultType(Expression.Aggregate aggregate, PropertyType argument) {
    AggregateFunction function = aggregate.function();
    boolean isSummable = !argument.isList() && argument.scalar().total().isPresent();
    return switch (function) {
      case COUNT -> PropertyType.of(Scalar.I64);
      case SUM, AVG -> {
        require(isSummable, aggregate, "a number", argument);
        yield PropertyType.of(argument.scalar().total().orElseThrow()).nullable();
      }
      case MIN, MAX -> {
        require(
            isSummable || Types.isText(argument), aggregate, "a number or a `String`", argument);
        yield argument.nullable();
      }
    };
  }

  private static void require(
      boolean fits, Expression.Aggregate aggregate, String wanted, PropertyType found) {
    if (!fits) {
      throw TypeError.of(
          "T8",
          "`%s` needs %s, found `%s`".formatted(aggregate.function().word(), wanted, found),
          aggregate.argument().span());
    }
  }

  private static String name(@Nullable String alias, Expression named) {
    if (alias != null) {
      return alias;
    }
    return switch (named) {
      case Expression.PropertyAccess(String variable, String property, _) ->
          variable + "." + property;
      case Expression.Variable(String variable, _) -> variable;
      case Literal _ -> "literal";
      case Expression.Now _ -> "now";
      case Expression.TextCall call -> call.function();
      case Expression.Nearest _ -> "nearest";
      case Expression.Bm25 _ -> "bm25";
      case Expression.Rrf _ -> "rrf";
      case Expression.AliasReference(String word, _) -> word;
      case Expression.Aggregate aggregate -> aggregate.function().word();
    };
  }
}
