package io.omnigraph.query.check;

import io.omnigraph.ground.source.SourceSpan;
import io.omnigraph.query.ast.Clause;
import io.omnigraph.query.ast.Comparison;
import io.omnigraph.query.ast.Expression;
import io.omnigraph.query.ast.Literal;
import io.omnigraph.query.ast.Relation;
import io.omnigraph.query.check.Condition.HasSubstring;
import io.omnigraph.query.check.TypedExpression.Constant;
import io.omnigraph.query.check.TypedExpression.NodeId;
import io.omnigraph.query.check.TypedExpression.Now;
import io.omnigraph.query.check.TypedExpression.ParameterValue;
import io.omnigraph.query.check.TypedExpression.TextMatch;
import io.omnigraph.query.parameter.Parameter;
import io.omnigraph.values.PropertyType;
import io.omnigraph.values.Scalar;
import java.util.Optional;

/** Checks filters. */
record FilterChecker(Scope scope) {

  Condition check(Clause.Filter filter) {
    TypedExpression left = operand(filter.left());
    TypedExpression right = operand(filter.right());
    return compares(filter, left, right);
  }

  Condition check(Clause.Relates filter) {
    TypedExpression left = operand(filter.left());
    TypedExpression right = operand(filter.right());
    return switch (filter.relation()) {
      case CONTAINS -> contains(filter, left, right);
      case STARTS_WITH -> place(filter, left, HasSubstring.Place.START, right);
      case ENDS_WITH -> place(filter, left, HasSubstring.Place.END, right);
      case IN -> in(filter, left, right);
    };
  }

  Condition check(Clause.NullTest test) {
    TypedExpression operand = nullable(test.operand());
    if (operand.type().scalar() == Scalar.BLOB) {
      throw TypeError.of("T7", "a blob cannot be compared", test.operand().span());
    }
    return new Condition.IsNull(operand, test.wantsNull());
  }

  /** What may be null: a property, a parameter, or a node. */
  private TypedExpression nullable(Expression written) {
    return switch (written) {
      case Expression.PropertyAccess access -> scope.property(access);
      case Expression.Variable(String name, SourceSpan span) when scope.parameter(name).isEmpty() ->
          new NodeId(scope.variable(name).orElseThrow(() -> scope.unbound(name, span)));
      case Expression.Variable variable -> parameter(variable);
      case Literal literal -> throw neverNull(literal.span());
      case Expression.Now now -> throw neverNull(now.span());
      case Expression.AliasReference(String name, SourceSpan span) -> throw bareWord(name, span);
      case Expression.Call call -> throw neverNull(call.span());
    };
  }

  private static TypeError neverNull(SourceSpan span) {
    return TypeError.of("T7", "only properties, parameters and nodes can be null", span);
  }

  /** The number that a count is compared with. */
  TypedExpression number(Expression written) {
    TypedExpression number = operand(written);
    if (number.type().isList() || !number.type().scalar().isNumeric()) {
      throw TypeError.of(
          "T7", "a count is compared with a number, found `" + number.type() + "`", written.span());
    }
    return number;
  }

  private TypedExpression operand(Expression written) {
    return switch (written) {
      case Literal.Null(SourceSpan span) ->
          throw TypeError.of(
              "T7", "a comparison with null never holds", "write `is null` or `is not null`", span);
      case Literal literal -> Literals.operand(literal);
      case Expression.Now _ -> new Now();
      case Expression.PropertyAccess access -> scope.property(access);
      case Expression.Variable variable -> parameter(variable);
      case Expression.TextCall call -> new SearchChecker(scope).textMatch(call);
      case Expression.AliasReference(String name, SourceSpan span) -> throw bareWord(name, span);
      case Expression.RankCall rank -> throw notAValue("a ranking", rank.span());
      case Expression.Rrf rrf -> throw notAValue("a ranking", rrf.span());
      case Expression.Aggregate aggregate -> throw notAValue("an aggregate", aggregate.span());
    };
  }

  private static TypeError bareWord(String name, SourceSpan span) {
    return TypeError.of("T7", "`" + name + "` is a bare word, not a value", span);
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
      Clause.Relates filter, TypedExpression left, TypedExpression right) {
    if (left.type().isList()) {
      return element(filter, left, right);
    }
    if (!Types.isText(left.type())) {
      throw TypeError.of(
          "T7",
          "`contains` needs a list or a `String` on its left, found `" + left.type() + "`",
          filter.left().span());
    }
    return place(filter, left, HasSubstring.Place.ANYWHERE, right);
  }

  private static Condition in(Clause.Relates filter, TypedExpression left, TypedExpression right) {
    if (!right.type().isList()) {
      throw TypeError.of(
          "T7",
          "`in` needs a list on its right, found `" + right.type() + "`",
          filter.right().span());
    }
    return element(filter, right, left);
  }

  /** That a list has an element, whichever of the two the filter names first. */
  private static Condition element(
      Clause.Relates filter, TypedExpression list, TypedExpression element) {
    boolean listFirst = filter.relation() == Relation.CONTAINS;
    Expression writtenList = listFirst ? filter.left() : filter.right();
    Expression writtenElement = listFirst ? filter.right() : filter.left();
    if (!Types.isComparable(element.type())) {
      throw TypeError.of(
          "T7",
          "`%s` needs a scalar on its %s, found `%s`"
              .formatted(filter.relation().words(), listFirst ? "right" : "left", element.type()),
          writtenElement.span());
    }
    boolean isEmpty = writtenList instanceof Literal.Items(var items, _) && items.isEmpty();
    if (!isEmpty && !Types.compatibleScalars(list.type(), element.type())) {
      throw TypeError.of(
          "T7",
          "a value of type `%s` contains no `%s`".formatted(list.type(), element.type()),
          Types.writtenAs(scalarOf(list.type()), element.type()),
          filter.span());
    }
    return new Condition.HasElement(list, element);
  }

  private static Condition place(
      Clause.Relates filter, TypedExpression text, HasSubstring.Place place, TypedExpression part) {
    requireText(filter, "left", text.type(), filter.left().span());
    requireText(filter, "right", part.type(), filter.right().span());
    return new HasSubstring(text, place, part);
  }

  private static void requireText(
      Clause.Relates filter, String side, PropertyType found, SourceSpan span) {
    if (!Types.isText(found)) {
      throw TypeError.of(
          "T7",
          "`%s` needs a `String` on its %s, found `%s`"
              .formatted(filter.relation().words(), side, found),
          span);
    }
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
