package io.omnigraph.schema.check;

import io.omnigraph.values.PropertyType;
import io.omnigraph.values.Scalar;
import java.util.Optional;

/**
 * The shape of a property that does not take every annotation.
 *
 * @param word in messages
 */
record PropertyShape(String word, boolean isVector) {

  /** The shape of a type; empty for plain scalars. */
  static Optional<PropertyShape> of(PropertyType type) {
    return type.isList()
        ? Optional.of(new PropertyShape("list", false))
        : type.scalar()
            .shape()
            .map(word -> new PropertyShape(word, type.scalar() == Scalar.VECTOR));
  }

  /** Whether a property of this shape takes an annotation that says something of its column. */
  boolean takes(String annotation) {
    return isVector && (annotation.equals("index") || annotation.equals("embed"));
  }
}
