package io.omnigraph.execute.operator;

import io.omnigraph.execute.operator.Budget.Account;
import io.omnigraph.graph.snapshot.Column;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Numbers the values of a grouping key from 0 in the order in which they are first met; equal
 * values have one number, nulls too.
 */
final class GroupKey {

  private static final int UNKNOWN = -1;
  private static final long BYTES_PER_VALUE = 32;

  /** Where one code in so many has been met, an array by codes is less than a hash table. */
  private static final int RARE = 32;

  private static final int FEW_CODES = 1024;

  private final Operand operand;
  private final ValueNumbers values;
  private final ColumnOrder order;
  private final Account account;
  private final LongIndex sparse = new LongIndex();

  /** The number of each code; empty as long as few codes have been met. */
  private int[] dense = {};

  /** A row that has the value of each number. */
  private int[] rows = new int[16];

  private int ofNull = UNKNOWN;
  private int size;
  private int[] selected = {};
  private long[] codes = {};

  GroupKey(Operand operand, ValueNumbers values, Account account) {
    this.operand = operand;
    this.values = values;
    this.account = account;
    this.order = ColumnOrder.of(operand.column(), operand.type());
  }

  /** How many numbers there are. */
  int size() {
    return size;
  }

  /** The number of a row's value. */
  int number(int[][] nodes, int position) {
    return number(operand.row(nodes, position));
  }

  private int number(int row) {
    if (operand.column().isNull(row)) {
      if (ofNull == UNKNOWN) {
        ofNull = add(row);
      }
      return ofNull;
    }
    return number(values.code(row), row);
  }

  private int number(long code, int row) {
    if (dense.length > 0) {
      int known = dense[(int) code];
      if (known < 0) {
        known = add(row);
        dense[(int) code] = known;
      }
      return known;
    }
    int number = sparse.number(code, size);
    if (number == size) {
      add(row);
      thicken();
    }
    return number;
  }

  /** The numbers of the values of the selected rows of a batch, in their order. */
  void numbers(Batch batch, int[] into) {
    int count = batch.selected();
    if (selected.length < count) {
      selected = new int[batch.size()];
      codes = new long[batch.size()];
    }
    int[] at = operand.slot() < 0 ? selected : batch.inSlot(operand.slot(), selected);
    if (operand.column().mayBeNull()) {
      for (int i = 0; i < count; i++) {
        into[i] = number(at[i]);
      }
      return;
    }
    if (dense.length > 0) {
      values.codes(at, count, into);
      for (int i = 0; i < count; i++) {
        int known = dense[into[i]];
        into[i] = known >= 0 ? known : number(into[i], at[i]);
      }
      return;
    }
    values.codes(at, count, codes);
    for (int i = 0; i < count; i++) {
      into[i] = number(codes[i], at[i]);
    }
  }

  private int add(int row) {
    account.hold(BYTES_PER_VALUE);
    if (size == rows.length) {
      rows = Arrays.copyOf(rows, 2 * size);
    }
    rows[size] = row;
    return size++;
  }

  /** Goes over to an array by codes, if there are codes enough. */
  private void thicken() {
    int bound = values.bound();
    if (bound == 0 || (bound > FEW_CODES && size < bound / RARE)) {
      return;
    }
    account.hold((long) Integer.BYTES * bound);
    dense = new int[bound];
    Arrays.fill(dense, UNKNOWN);
    for (int number = 0; number < size; number++) {
      if (number != ofNull) {
        dense[(int) values.code(rows[number])] = number;
      }
    }
  }

  /** A row that has the value of a number. */
  int row(int number) {
    return rows[number];
  }

  /** The value of a row; null for null. */
  @Nullable Object valueAt(int row) {
    Column column = operand.column();
    return ColumnValues.of(column, row);
  }

  /** Compares the values of two rows; a null is smaller than everything. */
  int compareAt(int left, int right) {
    return left == right ? 0 : order.compare(left, right);
  }
}
