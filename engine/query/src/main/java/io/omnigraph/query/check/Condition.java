package io.omnigraph.query.check;

import io.omnigraph.query.ast.Comparison;
import io.omnigraph.values.PropertyType;
import io.omnigraph.values.Scalar;
import java.util.List;
import java.util.stream.Stream;

/**
 * What is true, false or unknown of a row. Whatever compares a null is unknown; {@code and}, {@code
 * or} and {@code not} follow Kleene's logic; a row is kept when a condition on it is true.
 */
public sealed interface Condition extends TypedExpression {

  /** What the condition is worked out from. */
  List<TypedExpression> operands();

  @Override
  default PropertyType type() {
    PropertyType truth = PropertyType.of(Scalar.BOOL);
    return operands().stream().anyMatch(o -> o.type().isNullable()) ? truth.nullable() : truth;
  }

  /** A comparison of scalars of comparable types: equal ones, or two numeric ones. */
  record Compares(TypedExpression left, Comparison comparison, TypedExpression right)
      implements Condition {

    @Override
    public List<TypedExpression> operands() {
      return List.of(left, right);
    }
  }

  /**
   * A list has an element that equals a scalar of a comparable type; null elements are passed over.
   *
   * @param list a list of scalars
   */
  record HasElement(TypedExpression list, TypedExpression element) implements Condition {

    @Override
    public List<TypedExpression> operands() {
      return List.of(list, element);
    }
  }

  /** A text has another one in it, case-sensitively. */
  record HasSubstring(TypedExpression text, Place place, TypedExpression part)
      implements Condition {

    /** Where a part of a text may stand. */
    public enum Place {
      ANYWHERE,
      START,
      END
    }

    @Override
    public List<TypedExpression> operands() {
      return List.of(text, part);
    }
  }

  /**
   * Whether there is a value. It is never unknown.
   *
   * @param operand anything but a blob, or the id of a node or an edge, which is null where it is
   *     missing
   * @param expected whether the operand must be null or must not
   */
  record IsNull(TypedExpression operand, boolean expected) implements Condition {

    @Override
    public List<TypedExpression> operands() {
      return List.of(operand);
    }

    @Override
    public PropertyType type() {
      return PropertyType.of(Scalar.BOOL);
    }
  }

  /** A truth value is true. */
  record Holds(TypedExpression operand) implements Condition {

    @Override
    public List<TypedExpression> operands() {
      return List.of(operand);
    }
  }

  /** All of some conditions are true. */
  record All(List<Condition> conditions) implements Condition {

    public All {
      conditions = List.copyOf(conditions);
    }

    @Override
    public List<TypedExpression> operands() {
      return List.copyOf(conditions);
    }
  }

  /** One of some conditions is true. */
  record Any(List<Condition> conditions) implements Condition {

    public Any {
      conditions = List.copyOf(conditions);
    }

    @Override
    public List<TypedExpression> operands() {
      return List.copyOf(conditions);
    }
  }

  /** A condition is false. */
  record Negated(Condition condition) implements Condition {

    @Override
    public List<TypedExpression> operands() {
      return List.of(condition);
    }
  }

  /** A condition as an expression of truth. */
  static Condition of(TypedExpression truth) {
    return truth instanceof Condition condition ? condition : new Holds(truth);
  }

  /** The conditions that hold together when this one does, none of which is an {@link All}. */
  default Stream<Condition> conjuncts() {
    return this instanceof All(var conditions)
        ? conditions.stream().flatMap(Condition::conjuncts)
        : Stream.of(this);
  }
}
