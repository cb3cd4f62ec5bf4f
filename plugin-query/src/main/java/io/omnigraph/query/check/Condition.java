package io.omnigraph.query.check;

import io.omnigraph.query.ast.Comparison;
import io.omnigraph.query.check.TypedExpression.TextMatch;

/** What must be true of a row; a condition over a null is not true. */
public sealed interface Condition {

  /**
   * A comparison of scalars of comparable types: equal ones, or two numeric ones.
   *
   * @param comparison anything but {@link Comparison#CONTAINS}
   */
  record Compares(TypedExpression left, Comparison comparison, TypedExpression right)
      implements Condition {}

  /**
   * A list has an element that equals a scalar of a comparable type.
   *
   * @param list a list of scalars
   */
  record HasElement(TypedExpression list, TypedExpression element) implements Condition {}

  /** A text contains another one, case-sensitively. */
  record HasSubstring(TypedExpression text, TypedExpression part) implements Condition {}

  /**
   * A text search comes to an end.
   *
   * @param expected whether the search must match or must not
   */
  record Matches(TextMatch search, boolean expected) implements Condition {}
}
