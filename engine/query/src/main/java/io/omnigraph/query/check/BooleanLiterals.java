package io.omnigraph.query.check;

import io.omnigraph.ground.source.SourceSpan;
import io.omnigraph.query.ast.Expression;
import io.omnigraph.query.ast.Literal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds {@code true} and {@code false} in expressions. */
final class BooleanLiterals {

  private BooleanLiterals() {}

  /** Where the first one stands; empty when there is none. */
  static Optional<SourceSpan> in(Expression written) {
    return switch (written) {
      case Literal.Bool(_, var span) -> Optional.of(span);
      case Literal.Items(var values, _) -> first(values);
      case Expression.Or(var operands, _) -> first(operands);
      case Expression.And(var operands, _) -> first(operands);
      case Expression.Not(var operand, _) -> in(operand);
      case Expression.NullTest(var operand, _, _) -> in(operand);
      case Expression.Compare(var left, _, var right, _) -> first(List.of(left, right));
      case Expression.Relates(var left, _, var right, _) -> first(List.of(left, right));
      case Expression.Simple _, Expression.Call _, Literal _ -> Optional.empty();
    };
  }

  private static Optional<SourceSpan> first(List<Expression> operands) {
    return operands.stream()
        .flatMap(operand -> in(operand).map(Stream::of).orElseGet(Stream::empty))
        .findFirst();
  }
}
