package io.omnigraph.query.check;

import io.omnigraph.api.source.SourceSpan;
import io.omnigraph.query.ast.Clause;
import io.omnigraph.query.ast.Comparison;
import io.omnigraph.query.ast.Expression;
import io.omnigraph.query.ast.Literal;
import io.omnigraph.query.check.TypedExpression.Constant;
import io.omnigraph.query.check.TypedExpression.Now;
import io.omnigraph.query.check.TypedExpression.ParameterValue;
import io.omnigraph.query.check.TypedExpression.TextMatch;
import io.omnigraph.query.parameter.Parameter;
import io.omnigraph.schema.catalog.PropertyType;
import io.omnigraph.schema.catalog.Scalar;
import java.util.Optional;

/** Checks filters. */
record FilterChecker(Scope scope) {

  Condition check(Clause.Filter filter) {
    TypedExpression left = operand(filter.left());
    TypedExpression right = operand(filter.right());
    return filter.comparison() == Comparison.CONTAINS
        ? contains(filter, left, right)
        : compares(filter, left, right);
  }

  private TypedExpression operand(Expression written) {
    return switch (written) {
      case Literal literal -> Literals.operand(literal);
      case Expression.Now _ -> new Now();
      case Expression.PropertyAccess access -> scope.property(access);
      case Expression.Variable variable -> parameter(variable);
      case Expression.TextCall call -> new SearchChecker(scope).textMatch(call);
      case Expression.AliasReference(String name, SourceSpan span) ->
          throw TypeError.of("T7", "`" + name + "` is a bare word, not a value", span);
      case Expression.RankCall rank -> throw notAValue("a ranking", rank.span());
      case Expression.Rrf rrf -> throw notAValue("a ranking", rrf.span());
      case Expression.Aggregate aggregate -> throw notAValue("an aggregate", aggregate.span());
    };
  }

  private static TypeError notAValue(String what, SourceSpan span) {
    return TypeError.of("T7", what + " cannot be used in a filter", span);
  }

  private TypedExpression parameter(Expression.Variable variable) {
    Optional<Parameter> parameter = scope.parameter(variable.name());
    if (parameter.isPresent()) {
      return new ParameterValue(parameter.get());
    }
    if (scope.variable(variable.name()).isEmpty()) {
      throw scope.unbound(variable.name(), variable.span());
    }
    throw TypeError.of(
        "T7",
        "`$" + variable.name() + "` is a node, not a value",
        "compare one of its properties",
        variable.span());
  }

  private static Condition contains(
      Clause.Filter filter, TypedExpression left, TypedExpression right) {
    PropertyType container = left.type();
    PropertyType element = right.type();
    if (!container.isList() && !Types.isText(container)) {
      throw TypeError.of(
          "T7",
          "`contains` needs a list or a `String` on its left, found `" + container + "`",
          filter.left().span());
    }
    if (!Types.isComparable(element)) {
      throw TypeError.of(
          "T7",
          "`contains` needs a scalar on its right, found `" + element + "`",
          filter.right().span());
    }
    boolean isEmpty = filter.left() instanceof Literal.Items(var items, _) && items.isEmpty();
    if (!isEmpty && !Types.compatibleScalars(container, element)) {
      throw TypeError.of(
          "T7",
          "a value of type `%s` contains no `%s`".formatted(container, element),
          Types.writtenAs(scalarOf(container), element),
          filter.span());
    }
    return container.isList()
        ? new Condition.HasElement(left, right)
        : new Condition.HasSubstring(left, right);
  }

  private static PropertyType scalarOf(PropertyType list) {
    return new PropertyType(list.scalar(), list.dimension(), false, false, list.enumValues());
  }

  private static Condition compares(
      Clause.Filter filter, TypedExpression left, TypedExpression right) {
    requireComparable(left.type(), filter.left().span());
    requireComparable(right.type(), filter.right().span());
    if (!Types.compatible(left.type(), right.type())) {
      String help = Types.writtenAs(left.type(), right.type());
      throw TypeError.of(
          "T7",
          "cannot compare `%s` with `%s`".formatted(left.type(), right.type()),
          help == null ? Types.writtenAs(right.type(), left.type()) : help,
          filter.span());
    }
    return search(filter.comparison(), left, right)
        .or(() -> search(filter.comparison(), right, left))
        .orElseGet(() -> new Condition.Compares(left, filter.comparison(), right));
  }

  private static void requireComparable(PropertyType type, SourceSpan span) {
    if (type.isList()) {
      throw TypeError.of(
          "T7", "lists cannot be compared", "use `contains` to test for an element", span);
    }
    if (type.scalar() == Scalar.VECTOR || type.scalar() == Scalar.BLOB) {
      throw TypeError.of("T7", Types.incomparable(type) + " cannot be compared", span);
    }
  }

  /** A search that is compared with a truth value; empty for any other comparison. */
  private static Optional<Condition> search(
      Comparison comparison, TypedExpression left, TypedExpression right) {
    boolean isEquality = comparison == Comparison.EQUAL || comparison == Comparison.NOT_EQUAL;
    if (isEquality
        && left instanceof TextMatch match
        && right instanceof Constant(Boolean value, _)) {
      return Optional.of(new Condition.Matches(match, value == (comparison == Comparison.EQUAL)));
    }
    return Optional.empty();
  }
}
