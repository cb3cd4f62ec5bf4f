package io.omnigraph.execute.operator;

import io.omnigraph.values.PropertyType;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * The ascending order of values of a type that are not in a column any more; a null is smaller than
 * everything.
 */
record ValueOrder(PropertyType type) implements Comparator<@Nullable Object> {

  @Override
  public int compare(@Nullable Object left, @Nullable Object right) {
    if (left == null || right == null) {
      return Boolean.compare(left != null, right != null);
    }
    return type.compare(left, right);
  }
}
