package io.omnigraph.schema.catalog;

import java.util.List;

/**
 * The type of a property.
 *
 * @param scalar of the value, or of each element of a list
 * @param dimension of a vector; 0 for everything else
 * @param isList whether the value is a list of the scalar
 * @param isNullable whether the value may be absent
 * @param enumValues the only texts allowed, sorted; empty when any text is
 */
public record PropertyType(
    Scalar scalar, int dimension, boolean isList, boolean isNullable, List<String> enumValues) {

  public PropertyType {
    if ((scalar == Scalar.VECTOR) != (dimension > 0)) {
      throw new IllegalArgumentException("a dimension belongs to vectors, and to them alone");
    }
    enumValues = enumValues.stream().sorted().toList();
  }

  /** A required scalar. */
  public static PropertyType of(Scalar scalar) {
    return new PropertyType(scalar, 0, false, false, List.of());
  }

  /** A required vector. */
  public static PropertyType vector(int dimension) {
    return new PropertyType(Scalar.VECTOR, dimension, false, false, List.of());
  }

  /** The same type, whose values may be absent. */
  public PropertyType nullable() {
    return new PropertyType(scalar, dimension, isList, true, enumValues);
  }

  /** A list of this type's scalar. */
  public PropertyType list() {
    return new PropertyType(scalar, dimension, true, isNullable, enumValues);
  }

  /** Whether only some texts are allowed. */
  public boolean isEnum() {
    return !enumValues.isEmpty();
  }

  /** The type as messages show it: {@code String}, {@code [I32]?}, {@code enum(a, b)}. */
  public String display() {
    String bare =
        isEnum()
            ? "enum(" + String.join(", ", enumValues) + ")"
            : scalar == Scalar.VECTOR ? "Vector(" + dimension + ")" : scalar.word();
    String listed = isList ? "[" + bare + "]" : bare;
    return isNullable ? listed + "?" : listed;
  }

  @Override
  public String toString() {
    return display();
  }
}
