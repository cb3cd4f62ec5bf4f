package io.omnigraph.query.check;

import io.omnigraph.query.ast.AggregateFunction;
import io.omnigraph.values.PropertyType;

/**
 * A value over the rows of a group.
 *
 * @param isDistinct whether equal values of the argument count once
 * @param argument for {@code count} anything, for {@code sum} and {@code avg} a numeric expression,
 *     for {@code min} and {@code max} a numeric one or a text
 */
public record TypedAggregate(
    AggregateFunction function, boolean isDistinct, TypedExpression argument, PropertyType type) {}
