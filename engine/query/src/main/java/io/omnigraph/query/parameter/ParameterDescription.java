package io.omnigraph.query.parameter;

import io.omnigraph.values.PropertyType;
import io.omnigraph.values.Scalar;
import org.jspecify.annotations.Nullable;

/**
 * A parameter as catalogues of queries show it; written to JSON as it is.
 *
 * @param name without the {@code $}
 * @param kind what its JSON value looks like
 * @param itemKind of the elements of a list; absent for everything else
 * @param vectorDim the dimension of a vector; absent for everything else
 * @param nullable whether it may be left out
 */
public record ParameterDescription(
    String name,
    String kind,
    @Nullable String itemKind,
    @Nullable Integer vectorDim,
    boolean nullable) {

  /** Describes a parameter. */
  public static ParameterDescription of(Parameter parameter) {
    PropertyType type = parameter.type();
    String scalar = type.scalar().parameterKind();
    return new ParameterDescription(
        parameter.name(),
        type.isList() ? "list" : scalar,
        type.isList() ? scalar : null,
        type.scalar() == Scalar.VECTOR ? (Integer) type.dimension() : null,
        type.isNullable());
  }
}
