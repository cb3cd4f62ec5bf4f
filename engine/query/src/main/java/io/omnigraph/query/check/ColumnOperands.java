package io.omnigraph.query.check;

import io.omnigraph.query.ast.Expression;
import io.omnigraph.query.check.TypedExpression.ParameterValue;
import io.omnigraph.query.check.TypedExpression.Score;
import io.omnigraph.query.parameter.Parameter;
import java.util.Optional;

/** Operands of columns, of aggregates and of the order. */
record ColumnOperands(Scope scope) implements Operands {

  @Override
  public TypedExpression property(Expression.PropertyAccess access) {
    return scope.property(access);
  }

  @Override
  public TypedExpression system(Expression.SystemAccess access) {
    return scope.system(access);
  }

  @Override
  public TypedExpression variable(Expression.Variable written) {
    Optional<Parameter> parameter = scope.parameter(written.name());
    if (parameter.isPresent()) {
      return new ParameterValue(parameter.get());
    }
    RowVariable row =
        scope
            .variable(written.name())
            .orElseThrow(() -> scope.unbound(written.name(), written.span()));
    throw switch (row) {
      case EdgeVariable _ ->
          TypeError.of(
              "T23",
              "`$" + written.name() + "` is an edge, not a value",
              "write `$%s { * }`, or one of its properties".formatted(written.name()),
              written.span());
      case NodeVariable _ ->
          TypeError.of(
              "T7",
              "`$" + written.name() + "` is a node, not a value",
              "write one of its properties",
              written.span());
    };
  }

  @Override
  public TypedExpression nullable(ExpressionChecker checker, Expression written) {
    return new MatchOperands(scope).nullable(checker, written);
  }

  @Override
  public TypedExpression word(Expression.AliasReference word) {
    throw TypeError.of(
        "T36",
        "`" + word.name() + "` is a bare word; a column cannot refer to another",
        word.span());
  }

  @Override
  public TypedExpression call(Expression.Call call) {
    return switch (call) {
      case Expression.TextCall text -> new SearchChecker(scope).textMatch(text);
      case Expression.RankCall rank -> new Score(new SearchChecker(scope).ranking(rank));
      case Expression.Rrf rrf -> new Score(new SearchChecker(scope).ranking(rrf));
      case Expression.Aggregate aggregate ->
          throw TypeError.of(
              "T8", "an aggregate stands by itself, not in an expression", aggregate.span());
    };
  }
}
