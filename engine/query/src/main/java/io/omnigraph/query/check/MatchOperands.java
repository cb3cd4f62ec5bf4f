package io.omnigraph.query.check;

import io.omnigraph.ground.source.SourceSpan;
import io.omnigraph.query.ast.Expression;
import io.omnigraph.query.check.TypedExpression.ParameterValue;
import io.omnigraph.query.check.TypedExpression.SystemValue;
import io.omnigraph.query.parameter.Parameter;
import java.util.Optional;

/** Operands of filters in a {@code match} block. */
record MatchOperands(Scope scope) implements Operands {

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
    throw switch (row(written)) {
      case NodeVariable _ ->
          TypeError.of(
              "T7",
              "`$" + written.name() + "` is a node, not a value",
              "compare one of its properties",
              written.span());
      case EdgeVariable _ ->
          TypeError.of(
              "T23",
              "`$" + written.name() + "` is an edge, not a value",
              "compare one of its properties",
              written.span());
    };
  }

  @Override
  public TypedExpression nullable(ExpressionChecker checker, Expression written) {
    return written instanceof Expression.Variable variable
            && scope.parameter(variable.name()).isEmpty()
        ? SystemValue.id(row(variable))
        : checker.check(written);
  }

  private RowVariable row(Expression.Variable written) {
    return scope
        .variable(written.name())
        .orElseThrow(() -> scope.unbound(written.name(), written.span()));
  }

  @Override
  public TypedExpression word(Expression.AliasReference word) {
    throw TypeError.of("T7", "`" + word.name() + "` is a bare word, not a value", word.span());
  }

  @Override
  public TypedExpression call(Expression.Call call) {
    return switch (call) {
      case Expression.TextCall text -> new SearchChecker(scope).textMatch(text);
      case Expression.RankCall rank -> throw notAValue("a ranking", rank.span());
      case Expression.Rrf rrf -> throw notAValue("a ranking", rrf.span());
      case Expression.Aggregate aggregate -> throw notAValue("an aggregate", aggregate.span());
    };
  }

  private static TypeError notAValue(String what, SourceSpan span) {
    return TypeError.of("T7", what + " cannot be used in a filter", span);
  }
}
