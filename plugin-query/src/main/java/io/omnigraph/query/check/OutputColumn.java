package io.omnigraph.query.check;

import io.omnigraph.query.ast.AggregateFunction;
import io.omnigraph.schema.catalog.PropertyType;

/** A column of a result. */
public sealed interface OutputColumn {

  /** The column's name: the alias, or the name that the expression gives. */
  String name();

  /** The type of its values. */
  PropertyType type();

  /** The value of an expression for a row, or for all rows of a group. */
  record Plain(String name, TypedExpression value) implements OutputColumn {

    @Override
    public PropertyType type() {
      return value.type();
    }
  }

  /**
   * A value over the rows of a group.
   *
   * @param argument for {@code count} anything, for {@code sum} and {@code avg} a numeric
   *     expression, for {@code min} and {@code max} a numeric one or a text
   */
  record Aggregated(
      String name, AggregateFunction function, TypedExpression argument, PropertyType type)
      implements OutputColumn {}
}
