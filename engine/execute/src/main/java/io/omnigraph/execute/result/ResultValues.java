package io.omnigraph.execute.result;

import io.omnigraph.values.PropertyType;
import io.omnigraph.values.Scalar;
import org.jspecify.annotations.Nullable;

/**
 * Turns values as columns hold them into values of results (docs/reference/query-language.md
 * §10.1).
 */
public final class ResultValues {

  private ResultValues() {}

  /**
   * The form of a value in a result, which is that of JSON. A {@code Blob} has none, whether or not
   * it is there.
   *
   * @param value in the form that {@link io.omnigraph.graph.snapshot.Column} describes
   */
  public static @Nullable Object of(@Nullable Object value, PropertyType type) {
    return value == null || type.scalar() == Scalar.BLOB ? null : type.json(value);
  }
}
