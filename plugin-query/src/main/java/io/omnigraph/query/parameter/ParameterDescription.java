package io.omnigraph.query.parameter;

import io.omnigraph.schema.catalog.PropertyType;
import io.omnigraph.schema.catalog.Scalar;
import java.util.Optional;

/**
 * A parameter as catalogues of queries show it; written to JSON as it is.
 *
 * @param name without the {@code $}
 * @param kind what its JSON value looks like
 * @param itemKind of the elements of a list; empty for everything else
 * @param vectorDim the dimension of a vector; empty for everything else
 * @param nullable whether it may be left out
 */
public record ParameterDescription(
    String name,
    String kind,
    Optional<String> itemKind,
    Optional<Integer> vectorDim,
    boolean nullable) {

  /** Describes a parameter. */
  public static ParameterDescription of(Parameter parameter) {
    PropertyType type = parameter.type();
    String scalar = kind(type.scalar());
    return new ParameterDescription(
        parameter.name(),
        type.isList() ? "list" : scalar,
        type.isList() ? Optional.of(scalar) : Optional.empty(),
        type.scalar() == Scalar.VECTOR ? Optional.of(type.dimension()) : Optional.empty(),
        type.isNullable());
  }

  private static String kind(Scalar scalar) {
    return switch (scalar) {
      case STRING -> "string";
      case BOOL -> "bool";
      case I32, U32 -> "int";
      case I64, U64 -> "bigint";
      case F32, F64 -> "float";
      case DATE -> "date";
      case DATE_TIME -> "datetime";
      case BLOB -> "blob";
      case VECTOR -> "vector";
    };
  }
}
