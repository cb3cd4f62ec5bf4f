package io.omnigraph.query.check;

import io.omnigraph.query.ast.Expression;
import io.omnigraph.query.ast.Literal;

/** Which operands may stand in the expressions of a place, and what their names mean there. */
interface Operands {

  /** A property of a variable. */
  TypedExpression property(Expression.PropertyAccess access);

  /** A system field, of a variable or bare. */
  TypedExpression system(Expression.SystemAccess access);

  /** A variable by itself. */
  TypedExpression variable(Expression.Variable variable);

  /** A bare word. */
  TypedExpression word(Expression.AliasReference word);

  /** A call of a function other than {@code now()}. */
  TypedExpression call(Expression.Call call);

  /** Whatever it is asked of that it is null. */
  default TypedExpression nullable(ExpressionChecker checker, Expression written) {
    return checker.check(written);
  }

  /**
   * The code of a comparison of operands that cannot be compared.
   *
   * @param hasLiteral whether one of them is a literal
   */
  default String misfitCode(boolean hasLiteral) {
    return "T7";
  }

  /** Checks a literal text that is compared with something. */
  default void requireMember(TypedExpression compared, Literal.Text text) {}
}
