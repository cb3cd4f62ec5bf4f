package io.omnigraph.query.check;

import io.omnigraph.ground.Quantity;
import io.omnigraph.ground.source.SourceSpan;
import io.omnigraph.query.ast.Expression;
import io.omnigraph.query.ast.Literal;
import io.omnigraph.query.check.TypedExpression.Constant;
import io.omnigraph.query.check.TypedExpression.Fixed;
import io.omnigraph.query.check.TypedExpression.Now;
import io.omnigraph.query.check.TypedExpression.ParameterValue;
import io.omnigraph.query.parameter.Parameter;
import io.omnigraph.values.PropertyType;
import io.omnigraph.values.Scalar;
import java.util.Optional;
import java.util.function.Function;

/**
 * Checks values that are written for a property: in binding maps and assignments.
 *
 * @param parameter finds a parameter by its place in the query, or fails
 */
record ValueChecker(Function<Expression.Variable, Parameter> parameter) {

  /**
   * What a value is written for.
   *
   * @param name as messages show it: {@code Author.born}
   * @param type that the value must fit
   * @param use whether the value becomes the property's or is compared with it
   */
  record Target(String name, PropertyType type, Use use) {}

  /** What becomes of a value. */
  enum Use {
    ASSIGNED,
    /** In the map of a binding. */
    MATCHED
  }

  /** The value, if it fits. */
  Fixed value(Target target, Expression value) {
    return switch (value) {
      case Literal.Null(SourceSpan span) -> nothing(target, span);
      case Literal literal -> literal(target, literal);
      case Expression.Variable variable -> parameter(target, variable);
      case Expression.Now(SourceSpan span) -> now(target, span);
      case Expression.Truth truth -> truth(target, truth);
      case Expression.Simple other -> throw refused(other);
      case Expression.Call other -> throw refused(other);
    };
  }

  private ExpressionChecker constants() {
    return new ExpressionChecker(new ConstantOperands(parameter));
  }

  private IllegalStateException refused(Expression value) {
    return new IllegalStateException("a constant: " + constants().check(value));
  }

  private Fixed truth(Target target, Expression.Truth written) {
    Condition condition = constants().condition(written);
    if (!Types.compatible(target.type(), condition.type())) {
      throw TypeError.of(
          "T7",
          "a test is a `Bool`, but `%s` has type `%s`".formatted(target.name(), target.type()),
          written.span());
    }
    return new TypedExpression.FixedTruth(condition);
  }

  private static Fixed now(Target target, SourceSpan span) {
    if (!Types.isInstant(target.type())) {
      throw TypeError.of(
          "T7",
          "now() is a `DateTime`, but `%s` has type `%s`".formatted(target.name(), target.type()),
          span);
    }
    return new Now();
  }

  private static Fixed nothing(Target target, SourceSpan span) {
    if (target.use() != Use.ASSIGNED) {
      String help = target.use() == Use.MATCHED ? "write `is null` in a clause of its own" : null;
      throw TypeError.of("T3", "a comparison with null never holds", help, span);
    }
    if (!target.type().isNullable()) {
      throw TypeError.of(
          "T3",
          "`%s` has type `%s`, which cannot be null".formatted(target.name(), target.type()),
          span);
    }
    return new TypedExpression.Null(target.type());
  }

  private Fixed parameter(Target target, Expression.Variable written) {
    Parameter declared = parameter.apply(written);
    PropertyType type = declared.type();
    boolean blobText =
        target.use() == Use.ASSIGNED
            && target.type().scalar() == Scalar.BLOB
            && !target.type().isList()
            && Types.isText(type);
    if (!blobText && !Types.compatible(target.type(), type)) {
      throw TypeError.of(
          "T7",
          "parameter `$%s` has type `%s`, but `%s` has type `%s`"
              .formatted(declared.name(), type, target.name(), target.type()),
          Types.writtenAs(target.type(), type),
          written.span());
    }
    return new ParameterValue(declared);
  }

  private Fixed literal(Target target, Literal literal) {
    if (target.type().scalar() == Scalar.VECTOR && !target.type().isList()) {
      return vector(target, literal);
    }
    Fixed typed = (Fixed) constants().check(literal);
    boolean emptyList = literal instanceof Literal.Items(var items, _) && items.isEmpty();
    boolean fits =
        (emptyList && target.type().isList()) || Types.compatible(target.type(), typed.type());
    boolean blob = target.type().scalar() == Scalar.BLOB;
    if (!fits || blob) {
      String help =
          blob ? "pass a blob through a parameter" : Types.writtenAs(target.type(), typed.type());
      throw TypeError.of("T3", misfit(target, typed.type()), help, literal.span());
    }
    checkEnum(target, literal);
    return typed;
  }

  private static String misfit(Target target, PropertyType found) {
    return "`%s` has type `%s`, but the literal is `%s`"
        .formatted(target.name(), target.type(), found);
  }

  private Fixed vector(Target target, Literal literal) {
    Optional<Constant> vector = Literals.vector(literal);
    if (vector.isEmpty()) {
      throw TypeError.of(
          "T3", misfit(target, constants().check(literal).type()), null, literal.span());
    }
    int found = vector.get().type().dimension();
    int wanted = target.type().dimension();
    if (found != wanted) {
      throw TypeError.of(
          "T3",
          "`%s` expects %s, got %d"
              .formatted(target.name(), Quantity.of(wanted, "dimension"), found),
          literal.span());
    }
    return vector.get();
  }

  private static void checkEnum(Target target, Expression literal) {
    switch (literal) {
      case Literal.Text(String value, SourceSpan span) ->
          requireMember(target.name(), target.type(), value, span);
      case Literal.Items(var items, _) -> items.forEach(item -> checkEnum(target, item));
      default -> {}
    }
  }

  /** That a text is one of those that a type has, if it has only some. */
  static void requireMember(String name, PropertyType type, String value, SourceSpan span) {
    if (type.isEnum() && !type.enumValues().contains(value)) {
      throw TypeError.of(
          "T3",
          "invalid enum value '%s' for %s (expected: %s)"
              .formatted(value, name, String.join(", ", type.enumValues())),
          span);
    }
  }
}
