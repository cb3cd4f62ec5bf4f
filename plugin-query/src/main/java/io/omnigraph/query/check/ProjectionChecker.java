package io.omnigraph.query.check;

import io.omnigraph.api.source.SourceSpan;
import io.omnigraph.query.ast.AggregateFunction;
import io.omnigraph.query.ast.Expression;
import io.omnigraph.query.ast.Literal;
import io.omnigraph.query.ast.Projection;
import io.omnigraph.query.check.TypedExpression.NodeId;
import io.omnigraph.query.check.TypedExpression.Now;
import io.omnigraph.query.check.TypedExpression.ParameterValue;
import io.omnigraph.query.check.TypedExpression.Score;
import io.omnigraph.query.parameter.Parameter;
import io.omnigraph.schema.catalog.PropertyType;
import io.omnigraph.schema.catalog.Scalar;
import java.util.List;
import java.util.Optional;

/** Checks the columns of a result. */
record ProjectionChecker(Scope scope) {

  OutputColumn column(Projection projection) {
    if (projection.expression() instanceof Expression.Aggregate aggregate) {
      return aggregated(projection, aggregate);
    }
    TypedExpression value = value(projection.expression());
    return new OutputColumn.Plain(name(projection, projection.expression()), value);
  }

  /** That an aggregate has nothing beside it but properties, nodes and parameters. */
  static void checkGroups(List<Projection> projections) {
    boolean isAggregate =
        projections.stream().anyMatch(p -> p.expression() instanceof Expression.Aggregate);
    if (!isAggregate) {
      return;
    }
    for (Projection projection : projections) {
      boolean fits =
          switch (projection.expression()) {
            case Expression.Aggregate _, Expression.PropertyAccess _, Expression.Variable _ -> true;
            case Expression.Simple _, Expression.Call _, Literal _ -> false;
          };
      if (!fits) {
        throw TypeError.of(
            "T9",
            "beside an aggregate only properties, nodes and parameters can be returned",
            projection.expression().span());
      }
    }
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
      case Expression.Aggregate(_, _, SourceSpan span) ->
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

  private OutputColumn aggregated(Projection projection, Expression.Aggregate aggregate) {
    TypedExpression argument = value(aggregate.argument());
    PropertyType type = resultType(aggregate, argument.type());
    return new OutputColumn.Aggregated(
        name(projection, aggregate.argument()), aggregate.function(), argument, type);
  }

  private static PropertyType resultType(Expression.Aggregate aggregate, PropertyType argument) {
    AggregateFunction function = aggregate.function();
    boolean isNumeric = !argument.isList() && argument.scalar().isNumeric();
    return switch (function) {
      case COUNT -> PropertyType.of(Scalar.I64);
      case SUM, AVG -> {
        require(isNumeric, aggregate, "a number", argument);
        yield PropertyType.of(Scalar.F64).nullable();
      }
      case MIN, MAX -> {
        require(isNumeric || Types.isText(argument), aggregate, "a number or a `String`", argument);
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

  private static String name(Projection projection, Expression named) {
    if (projection.alias() != null) {
      return projection.alias();
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
