package io.omnigraph.values;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

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

  /** Whether values are numbers, and not in a list. */
  public boolean isNumeric() {
    return !isList && scalar.isNumeric();
  }

  /** Whether an object is a value, or a list of such; the texts of an enum are not looked at. */
  public boolean accepts(Object value) {
    return isList
        ? value instanceof List<?> list && list.stream().allMatch(scalar::accepts)
        : scalar.accepts(value);
  }

  /** The value as it comes back from a column; lists and vectors are copied. */
  public Object stored(Object value) {
    return value instanceof List<?> list
        ? list.stream().map(scalar::stored).toList()
        : scalar.stored(value);
  }

  /** The value as JSON has it, see {@link Scalar#json}; a list for lists and vectors. */
  public Object json(Object value) {
    if (!(value instanceof List<?> list)) {
      return scalar.json(value);
    }
    List<@Nullable Object> elements = new ArrayList<>(list.size());
    list.forEach(element -> elements.add(scalar.json(element)));
    return Collections.unmodifiableList(elements);
  }

  /** Compares values; lists by their elements, of two that begin alike the shorter is smaller. */
  public int compare(Object left, Object right) {
    if (!(left instanceof List<?> some) || !(right instanceof List<?> others)) {
      return scalar.compare(left, right);
    }
    int shorter = Math.min(some.size(), others.size());
    for (int i = 0; i < shorter; i++) {
      int order = scalar.compare(some.get(i), others.get(i));
      if (order != 0) {
        return order;
      }
    }
    return some.size() - others.size();
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
