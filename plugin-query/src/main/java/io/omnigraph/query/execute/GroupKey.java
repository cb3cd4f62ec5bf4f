package io.omnigraph.query.execute;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Numbers the values of a grouping key from 0; equal values have one number, and nulls are equal.
 * Once many rows have been seen, the number of each node is remembered.
 */
final class GroupKey {

  private static final int UNKNOWN = -1;

  private final Operand operand;
  private final int nodes;
  private final Map<Object, Integer> numbers = new HashMap<>();
  private final List<@Nullable Object> values = new ArrayList<>();
  private int seen;
  private int[] remembered = {};

  /**
   * A key.
   *
   * @param nodes the size of the table that the key is read from; 0 for a constant
   */
  GroupKey(Operand operand, int nodes) {
    this.operand = operand;
    this.nodes = nodes;
  }

  /** The number of a row's value. */
  int number(int[][] rows, int position) {
    int row = operand.row(rows, position);
    if (row == Batch.MISSING) {
      return numberOf(row);
    }
    if (remembered.length == 0) {
      if (seen++ < nodes / 8) {
        return numberOf(row);
      }
      remembered = new int[Math.max(1, nodes)];
      Arrays.fill(remembered, UNKNOWN);
    }
    if (remembered[row] == UNKNOWN) {
      remembered[row] = numberOf(row);
    }
    return remembered[row];
  }

  /** The value of a number; null for null. */
  @Nullable Object value(int number) {
    return values.get(number);
  }

  private int numberOf(int row) {
    Object value = Values.of(operand.column(), row);
    Integer known = numbers.get(identity(value));
    if (known != null) {
      return known;
    }
    int number = values.size();
    numbers.put(identity(value), number);
    values.add(value);
    return number;
  }

  /** An object that is equal for equal values. */
  private static Object identity(@Nullable Object value) {
    return switch (value) {
      case null -> GroupKey.class;
      case Double real when real == 0 -> 0.0;
      case float[] vector -> Arrays.toString(vector);
      default -> value;
    };
  }
}
