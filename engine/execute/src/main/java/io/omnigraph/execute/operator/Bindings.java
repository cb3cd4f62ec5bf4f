package io.omnigraph.execute.operator;

import io.omnigraph.execute.result.QueryRejected;
import io.omnigraph.graph.embed.Embedder;
import io.omnigraph.query.check.Condition;
import io.omnigraph.query.check.TypedExpression;
import io.omnigraph.query.parameter.Parameters;
import io.omnigraph.values.PropertyType;
import io.omnigraph.values.Reading;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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
      case TypedExpression.ListOf(var elements, var type) -> list(elements, type);
      case TypedExpression.FixedTruth(var condition) -> truth(condition);
      case TypedExpression.Unusable(var message, _) -> throw new QueryRejected(message);
    };
  }

  /** The value of a whole number that counts something; what 63 bits do not hold is their most. */
  public @Nullable Long count(TypedExpression.Fixed expression) {
    Long number = (Long) value(expression);
    return number != null && number < 0 && NumberOrder.isUnsigned(expression.type())
        ? (Long) Long.MAX_VALUE
        : number;
  }

  private List<Object> list(List<TypedExpression.Fixed> elements, PropertyType type) {
    List<Object> values = new ArrayList<>();
    for (TypedExpression.Fixed element : elements) {
      Object value = value(element);
      if (value != null) {
        values.add(
            switch (type.scalar().convert(element.type().scalar(), value)) {
              case Reading.Value(Object converted) -> converted;
              case Reading.Refused refused -> throw new QueryRejected(refused.sentence());
            });
      }
    }
    return List.copyOf(values);
  }

  private @Nullable Boolean truth(Condition condition) {
    byte[] truth = new byte[1];
    new ConditionTruths(Columns.ofConstants(this), 0)
        .truths(condition)
        .of(new int[0][], new int[] {0}, 1, truth);
    return truth[0] == Truths.UNKNOWN ? null : (Boolean) (truth[0] == Truths.TRUE);
  }
}
