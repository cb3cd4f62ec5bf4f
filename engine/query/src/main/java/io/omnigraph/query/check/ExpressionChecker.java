package io.omnigraph.query.check;

import io.omnigraph.ground.source.SourceSpan;
import io.omnigraph.query.ast.Comparison;
import io.omnigraph.query.ast.Expression;
import io.omnigraph.query.ast.Literal;
import io.omnigraph.query.ast.Relation;
import io.omnigraph.query.check.Condition.HasSubstring;
import io.omnigraph.query.check.TypedExpression.Constant;
import io.omnigraph.query.check.TypedExpression.Fixed;
import io.omnigraph.query.check.TypedExpression.Now;
import io.omnigraph.query.check.TypedExpression.TextMatch;
import io.omnigraph.values.PropertyType;
import io.omnigraph.values.Scalar;
import java.util.List;
import java.util.Optional;

/**
 * Checks expressions.
 *
 * @param operands what may stand in them
 */
record ExpressionChecker(Operands operands) {

  /** An expression of any type. */
  TypedExpression check(Expression written) {
    return switch (written) {
      case Expression.Or(var parts, _) -> new Condition.Any(truths("or", parts));
      case Expression.And(var parts, _) -> new Condition.All(truths("and", parts));
      case Expression.Not(var operand, _) -> new Condition.Negated(truth("not", operand));
      case Expression.Compare compare -> compare(compare);
      case Expression.Relates relates -> relates(relates);
      case Expression.NullTest test -> nullTest(test);
      case Literal literal -> literal(literal);
      case Expression.Now _ -> new Now();
      case Expression.PropertyAccess access -> operands.property(access);
      case Expression.SystemAccess access -> operands.system(access);
      case Expression.Variable variable -> operands.variable(variable);
      case Expression.AliasReference word -> operands.word(word);
      case Expression.Call call -> operands.call(call);
    };
  }

  /** An expression that is true, false or unknown, as a filter is. */
  Condition condition(Expression written) {
    TypedExpression checked = check(written);
    if (!Types.isTruth(checked.type())) {
      throw TypeError.of(
          "T41", "a filter needs a `Bool`, found `" + checked.type() + "`", written.span());
    }
    return Condition.of(checked);
  }

  private List<Condition> truths(String operator, List<Expression> parts) {
    return parts.stream().map(part -> truth(operator, part)).toList();
  }

  private Condition truth(String operator, Expression written) {
    TypedExpression checked = check(written);
    if (!Types.isTruth(checked.type())) {
      throw TypeError.of(
          "T41",
          "`%s` needs operands of type `Bool`, found `%s`".formatted(operator, checked.type()),
          written.span());
    }
    return Condition.of(checked);
  }

  private TypedExpression literal(Literal literal) {
    return switch (literal) {
      case Literal.Null(SourceSpan span) ->
          throw TypeError.of("T7", "`null` can be assigned, but is no operand", span);
      case Literal.Items items -> Literals.list(items, this::element);
      case Literal other -> Literals.typed(other);
    };
  }

  /** An element of a list: a literal or a parameter. */
  private Fixed element(Expression written) {
    if (check(written) instanceof Fixed fixed && !fixed.type().isList()) {
      return fixed;
    }
    throw TypeError.of("T52", "the elements of a list are scalars", written.span());
  }

  private Condition nullTest(Expression.NullTest test) {
    TypedExpression operand = operands.nullable(this, test.operand());
    if (operand.type().scalar() == Scalar.BLOB) {
      throw TypeError.of("T7", "a blob cannot be compared", test.operand().span());
    }
    return new Condition.IsNull(operand, test.wantsNull());
  }

  private Condition compare(Expression.Compare written) {
    TypedExpression left = check(written.left());
    TypedExpression right = check(written.right());
    return compare(written, left, right);
  }

  private Condition compare(
      Expression.Compare written, TypedExpression left, TypedExpression right) {
    requireComparable(left.type(), written.left().span());
    requireComparable(right.type(), written.right().span());
    if (!Types.compatible(left.type(), right.type())) {
      String help = Types.writtenAs(left.type(), right.type());
      boolean hasLiteral = written.left() instanceof Literal || written.right() instanceof Literal;
      throw TypeError.of(
          operands.misfitCode(hasLiteral),
          "cannot compare `%s` with `%s`".formatted(left.type(), right.type()),
          help == null ? Types.writtenAs(right.type(), left.type()) : help,
          written.span());
    }
    if (written.right() instanceof Literal.Text text) {
      operands.requireMember(left, text);
    }
    if (written.left() instanceof Literal.Text text) {
      operands.requireMember(right, text);
    }
    return search(written.comparison(), left, right)
        .or(() -> search(written.comparison(), right, left))
        .orElseGet(() -> new Condition.Compares(left, written.comparison(), right));
  }

  /** A search that is compared with a truth value; empty for any other comparison. */
  private static Optional<Condition> search(
      Comparison comparison, TypedExpression left, TypedExpression right) {
    boolean isEquality = comparison == Comparison.EQUAL || comparison == Comparison.NOT_EQUAL;
    if (!isEquality
        || !(left instanceof TextMatch)
        || !(right instanceof Constant(Boolean value, _))) {
      return Optional.empty();
    }
    Condition matches = new Condition.Holds(left);
    return Optional.of(
        value == (comparison == Comparison.EQUAL) ? matches : new Condition.Negated(matches));
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

  private Condition relates(Expression.Relates written) {
    TypedExpression left = check(written.left());
    TypedExpression right = check(written.right());
    return switch (written.relation()) {
      case CONTAINS -> contains(written, left, right);
      case STARTS_WITH -> place(written, left, HasSubstring.Place.START, right);
      case ENDS_WITH -> place(written, left, HasSubstring.Place.END, right);
      case IN -> in(written, left, right);
    };
  }

  private static Condition contains(
      Expression.Relates written, TypedExpression left, TypedExpression right) {
    if (left.type().isList()) {
      return element(written, left, right);
    }
    if (!Types.isText(left.type())) {
      throw TypeError.of(
          "T7",
          "`contains` needs a list or a `String` on its left, found `" + left.type() + "`",
          written.left().span());
    }
    return place(written, left, HasSubstring.Place.ANYWHERE, right);
  }

  private static Condition in(
      Expression.Relates written, TypedExpression left, TypedExpression right) {
    if (!right.type().isList()) {
      throw TypeError.of(
          "T7",
          "`in` needs a list on its right, found `" + right.type() + "`",
          written.right().span());
    }
    return element(written, right, left);
  }

  /** That a list has an element, whichever of the two the test names first. */
  private static Condition element(
      Expression.Relates written, TypedExpression list, TypedExpression element) {
    boolean listFirst = written.relation() == Relation.CONTAINS;
    Expression writtenList = listFirst ? written.left() : written.right();
    Expression writtenElement = listFirst ? written.right() : written.left();
    if (!Types.isComparable(element.type())) {
      throw TypeError.of(
          "T7",
          "`%s` needs a scalar on its %s, found `%s`"
              .formatted(written.relation().words(), listFirst ? "right" : "left", element.type()),
          writtenElement.span());
    }
    boolean isEmpty = writtenList instanceof Literal.Items(var items, _) && items.isEmpty();
    if (!isEmpty && !Types.compatibleScalars(list.type(), element.type())) {
      throw TypeError.of(
          "T7",
          "a value of type `%s` contains no `%s`".formatted(list.type(), element.type()),
          Types.writtenAs(scalarOf(list.type()), element.type()),
          written.span());
    }
    return new Condition.HasElement(list, element);
  }

  private static Condition place(
      Expression.Relates written,
      TypedExpression text,
      HasSubstring.Place place,
      TypedExpression part) {
    requireText(written, "left", text.type(), written.left().span());
    requireText(written, "right", part.type(), written.right().span());
    return new HasSubstring(text, place, part);
  }

  private static void requireText(
      Expression.Relates written, String side, PropertyType found, SourceSpan span) {
    if (!Types.isText(found)) {
      throw TypeError.of(
          "T7",
          "`%s` needs a `String` on its %s, found `%s`"
              .formatted(written.relation().words(), side, found),
          span);
    }
  }

  private static PropertyType scalarOf(PropertyType list) {
    return new PropertyType(list.scalar(), list.dimension(), false, false, list.enumValues());
  }
}
