package io.omnigraph.query.ast;

import io.omnigraph.values.PropertyType;
import io.omnigraph.values.Scalar;
import java.util.List;
import java.util.Optional;

/**
 * The type of a parameter as it was written.
 *
 * @param dimension of a vector, whether or not vectors can have it; 0 for everything else
 */
public record TypeName(Scalar scalar, long dimension, boolean isList, boolean isNullable) {

  /** The type of this name; empty for a vector whose dimension is 0 or exceeds 31 bits. */
  public Optional<PropertyType> type() {
    if (scalar == Scalar.VECTOR && (dimension < 1 || dimension > Integer.MAX_VALUE)) {
      return Optional.empty();
    }
    return Optional.of(new PropertyType(scalar, (int) dimension, isList, isNullable, List.of()));
  }

  /** The name as it was written. */
  public String display() {
    String bare = scalar == Scalar.VECTOR ? "Vector(" + dimension + ")" : scalar.word();
    String listed = isList ? "[" + bare + "]" : bare;
    return isNullable ? listed + "?" : listed;
  }
}
