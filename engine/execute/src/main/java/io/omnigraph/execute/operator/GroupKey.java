package io.omnigraph.execute.operator;

import io.omnigraph.execute.operator.Budget.Account;
import io.omnigraph.graph.snapshot.Column;
import org.jspecify.annotations.Nullable;

/** NumberOrder the values of a grouping key from 0; equal values have one number, nulls too. */
final class GroupKey {

  private static final int UNKNOWN = -1;

  private final Operand operand;
  private final ValueNumbers numbers;
  private int ofNull = UNKNOWN;
  private int size;

  GroupKey(Operand operand, Account account) {
    this.operand = operand;
    this.numbers = ValueNumbers.of(operand.column(), account);
  }

  /** The number of a row's value. */
  int number(int[][] rows, int position) {
    int row = operand.row(rows, position);
    Column column = operand.column();
    if (column.isNull(row)) {
      if (ofNull == UNKNOWN) {
        ofNull = size++;
        numbers.skip();
      }
      return ofNull;
    }
    int number = numbers.number(row);
    size = Math.max(size, number + 1);
    return number;
  }

  /** The value of a number; null for null. */
  @Nullable Object value(int number) {
    return number == ofNull ? null : numbers.value(number);
  }
}
