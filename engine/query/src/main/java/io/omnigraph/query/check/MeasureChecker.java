package io.omnigraph.query.check;

import io.omnigraph.query.ast.AggregateFunction;
import io.omnigraph.query.ast.Clause;
import io.omnigraph.query.ast.Expression;
import io.omnigraph.query.check.TypedExpression.SystemValue;
import io.omnigraph.schema.catalog.Schema;
import io.omnigraph.values.PropertyType;
import io.omnigraph.values.Scalar;
import org.jspecify.annotations.Nullable;

/**
 * Checks blocks whose assignments are counted, added up or compared.
 *
 * @param scope around the block
 */
record MeasureChecker(Schema schema, Scope scope) {

  Pattern.Block check(Clause.Measure written) {
    Scope inner = scope.inner();
    Pattern pattern =
        PatternChecker.pattern(
            schema, inner, written.function().word(), written.clauses(), written.span());
    Expression argument = written.argument();
    if (argument == null && written.function() == AggregateFunction.COUNT) {
      TypedExpression number = number(written, PropertyType.of(Scalar.I64));
      return new Pattern.Block.Counted(pattern, written.comparison(), number);
    }
    TypedAggregate aggregate = aggregate(written, argument, inner);
    TypedExpression number = number(written, aggregate.type());
    return new Pattern.Block.Measured(pattern, aggregate, written.comparison(), number);
  }

  private static TypedAggregate aggregate(
      Clause.Measure written, @Nullable Expression argument, Scope inner) {
    if (argument == null) {
      throw TypeError.of(
          "T40",
          "`%s` of a block needs an argument".formatted(written.function().word()),
          written.span());
    }
    TypedExpression value = value(written, argument, inner);
    PropertyType type = value.type();
    return switch (written.function()) {
      case COUNT -> aggregate(written, value, PropertyType.of(Scalar.I64));
      case SUM, AVG -> {
        require(
            !type.isList() && type.scalar().total().isPresent(),
            written,
            argument,
            "a number",
            type);
        yield aggregate(
            written, value, PropertyType.of(type.scalar().total().orElseThrow()).nullable());
      }
      case MIN, MAX -> {
        require(Types.isComparable(type), written, argument, "a value that has an order", type);
        yield aggregate(written, value, type.nullable());
      }
    };
  }

  private static TypedAggregate aggregate(
      Clause.Measure written, TypedExpression value, PropertyType type) {
    return new TypedAggregate(written.function(), false, value, type);
  }

  private static TypedExpression value(Clause.Measure written, Expression argument, Scope inner) {
    if (written.function() == AggregateFunction.COUNT
        && argument instanceof Expression.Variable variable
        && inner.parameter(variable.name()).isEmpty()) {
      return SystemValue.id(
          inner
              .variable(variable.name())
              .orElseThrow(() -> inner.unbound(variable.name(), variable.span())));
    }
    TypedExpression value = new ExpressionChecker(new ColumnOperands(inner)).check(argument);
    if (value instanceof Condition) {
      throw TypeError.of(
          "T40",
          "a test cannot be the argument of a block",
          "filter in the block",
          argument.span());
    }
    return ProjectionChecker.readable(value, argument.span());
  }

  private static void require(
      boolean fits,
      Clause.Measure written,
      Expression argument,
      String wanted,
      PropertyType found) {
    if (!fits) {
      throw TypeError.of(
          "T40",
          "`%s` needs %s, found `%s`".formatted(written.function().word(), wanted, found),
          argument.span());
    }
  }

  /** What the block is compared with. */
  private TypedExpression number(Clause.Measure written, PropertyType measured) {
    TypedExpression number =
        new ExpressionChecker(new MatchOperands(scope)).check(written.number());
    if (!Types.compatible(measured, number.type()) || !Types.isComparable(number.type())) {
      throw TypeError.of(
          "T40",
          written.function() == AggregateFunction.COUNT
              ? "a count is compared with a number, found `" + number.type() + "`"
              : "`%s` is compared with a value of type `%s`, found `%s`"
                  .formatted(written.function().word(), measured, number.type()),
          written.number().span());
    }
    return number;
  }
}
