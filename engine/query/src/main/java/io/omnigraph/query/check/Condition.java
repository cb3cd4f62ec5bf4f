package io.omnigraph.query.check;

import io.omnigraph.query.ast.Comparison;
import io.omnigraph.query.check.TypedExpression.TextMatch;

/** What must be true of a row; a condition over a null is not true. */
public sealed interface Condition {

  /** A comparison of scalars of comparable types: equal ones, or two numeric ones. */
  record Compares(TypedExpression left, Comparison comparison, TypedExpression right)
      implements Condition {}

  /**
   * A list has an element that equals a scalar of a comparable type.
   *
   * @param list a list of scalars
   */
  record HasElement(TypedExpression list, TypedExpression element) implements Condition {}

  /** A text has another one in it, case-sensitively. */
  record HasSubstring(TypedExpression text, Place place, TypedExpression part)
      implements Condition {

    /** Where a part of a text may stand. */
    public enum Place {
      ANYWHERE,
      START,
      END
    }
  }

  /**
   * Whether there is a value. It is true or false of nulls too, unlike every other condition.
   *
   * @param operand a property, a parameter, or the id of a node
   * @param expected whether the operand must be null or must not
   */
  record IsNull(TypedExpression operand, boolean expected) implements Condition {}

  /**
   * A text search comes to an end.
   *
   * @param expected whether the search must match or must not
   */
  record Matches(TextMatch search, boolean expected) implements Condition {}
}
