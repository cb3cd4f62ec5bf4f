package io.omnigraph.execute.operator;

import io.omnigraph.schema.catalog.PropertyType;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
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
    return compareValues(left, right, type);
  }

  /** Compares lists element by element; of two that begin alike the shorter one is smaller. */
  static int compareLists(List<Object> left, List<Object> right, PropertyType type) {
    int shorter = Math.min(left.size(), right.size());
    for (int i = 0; i < shorter; i++) {
      int order = compareValues(left.get(i), right.get(i), type);
      if (order != 0) {
        return order;
      }
    }
    return left.size() - right.size();
  }

  private static int compareValues(Object left, Object right, PropertyType type) {
    return switch (left) {
      case Long a when Numbers.isUnsigned(type) -> Long.compareUnsigned(a, (Long) right);
      case Long a -> Long.compare(a, (Long) right);
      case Double a -> a.doubleValue() == (Double) right ? 0 : Double.compare(a, (Double) right);
      case Boolean a -> Boolean.compare(a, (Boolean) right);
      case String a -> CodePoints.compare(a, (String) right);
      case float[] a -> Arrays.compare(a, (float[]) right);
      case List<?> a -> compareLists(List.copyOf(a), List.copyOf((List<?>) right), type);
      default -> throw new IllegalArgumentException("not a form of a value: " + left.getClass());
    };
  }
}
