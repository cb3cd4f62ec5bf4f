package io.omnigraph.execute.operator;

import io.omnigraph.execute.result.QueryRejected;
import io.omnigraph.graph.embed.Embedder;
import io.omnigraph.query.check.TypedExpression;
import io.omnigraph.query.parameter.Parameters;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is the same for all of one run.
 *
 * @param parameters the values of parameters
 * @param now the instant of {@code now()}
 * @param embedder turns texts that {@code nearest} looks for into vectors
 */
public record Bindings(Parameters parameters, Instant now, Embedder embedder) {

  /**
   * The value of an expression in the form that {@link io.omnigraph.graph.snapshot.Column}
   * describes; null for null.
   *
   * @throws QueryRejected when the expression is a literal without a value
   */
  public @Nullable Object value(TypedExpression.Fixed expression) {
    return switch (expression) {
      case TypedExpression.Constant(var value, _) -> value;
      case TypedExpression.Null _ -> null;
      case TypedExpression.ParameterValue(var parameter) ->
          parameters.value(parameter).orElse(null);
      case TypedExpression.Now _ -> now.toEpochMilli();
      case TypedExpression.Unusable(var message, _) -> throw new QueryRejected(message);
    };
  }

  /** The value of a whole number that counts something; what 63 bits do not hold is their most. */
  public @Nullable Long count(TypedExpression.Fixed expression) {
    Long number = (Long) value(expression);
    return number != null && number < 0 && Numbers.isUnsigned(expression.type())
        ? (Long) Long.MAX_VALUE
        : number;
  }
}
