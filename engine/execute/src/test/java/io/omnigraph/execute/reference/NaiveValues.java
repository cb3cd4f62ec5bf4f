package io.omnigraph.execute.reference;

import io.omnigraph.query.ast.AggregateFunction;
import io.omnigraph.query.ast.Comparison;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Compares values as docs/reference/query-language.md §4.3 says, one by one. */
final class NaiveValues {

  private NaiveValues() {}

  /** The order of two values; a null is smaller than everything. */
  static int compare(@Nullable Object left, @Nullable Object right) {
    if (left == null || right == null) {
      return Boolean.compare(left != null, right != null);
    }
    return switch (left) {
      case Number a -> new BigDecimal(a.toString()).compareTo(new BigDecimal(right.toString()));
      case Boolean a -> a.compareTo((Boolean) right);
      case String a -> Arrays.compare(a.codePoints().toArray(), points(right));
      case List<?> a -> compareLists(a, (List<?>) right);
      default -> throw new IllegalArgumentException("not generated: " + left);
    };
  }

  /** A function over values without nulls; null where it has none. */
  static @Nullable Object aggregate(AggregateFunction function, List<Object> values) {
    double sum =
        switch (function) {
          case SUM, AVG -> values.stream().mapToDouble(v -> ((Number) v).doubleValue()).sum();
          case COUNT, MIN, MAX -> 0;
        };
    return switch (function) {
      case COUNT -> (long) values.size();
      case SUM -> values.isEmpty() ? null : sum;
      case AVG -> values.isEmpty() ? null : sum / values.size();
      case MIN -> values.stream().min(NaiveValues::compare).orElse(null);
      case MAX -> values.stream().max(NaiveValues::compare).orElse(null);
    };
  }

  static boolean holds(Comparison comparison, int order) {
    return switch (comparison) {
      case EQUAL -> order == 0;
      case NOT_EQUAL -> order != 0;
      case LESS -> order < 0;
      case LESS_OR_EQUAL -> order <= 0;
      case GREATER -> order > 0;
      case GREATER_OR_EQUAL -> order >= 0;
    };
  }

  private static int[] points(Object text) {
    return Objects.toString(text).codePoints().toArray();
  }

  private static int compareLists(List<?> left, List<?> right) {
    for (int i = 0; i < Math.min(left.size(), right.size()); i++) {
      int order = compare(left.get(i), right.get(i));
      if (order != 0) {
        return order;
      }
    }
    return left.size() - right.size();
  }
}
