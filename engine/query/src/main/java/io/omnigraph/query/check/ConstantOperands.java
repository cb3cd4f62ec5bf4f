package io.omnigraph.query.check;

import io.omnigraph.ground.source.SourceSpan;
import io.omnigraph.query.ast.Expression;
import io.omnigraph.query.check.TypedExpression.ParameterValue;
import io.omnigraph.query.parameter.Parameter;
import java.util.function.Function;

/**
 * Operands of values that are worked out once in a run.
 *
 * @param parameter finds a parameter by its place in the query, or fails
 */
record ConstantOperands(Function<Expression.Variable, Parameter> parameter) implements Operands {

  @Override
  public TypedExpression property(Expression.PropertyAccess access) {
    throw noConstant(access.span());
  }

  @Override
  public TypedExpression system(Expression.SystemAccess access) {
    throw noConstant(access.span());
  }

  @Override
  public TypedExpression variable(Expression.Variable variable) {
    return new ParameterValue(parameter.apply(variable));
  }

  @Override
  public TypedExpression word(Expression.AliasReference word) {
    throw noConstant(word.span());
  }

  private static TypeError noConstant(SourceSpan span) {
    return TypeError.of(
        "T45", "a literal or a parameter must stand here, not what a row has", span);
  }

  @Override
  public TypedExpression call(Expression.Call call) {
    throw TypeError.of(
        "T44", "only `now()` can be called in a value that is given to a property", call.span());
  }
}
