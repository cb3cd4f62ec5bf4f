package io.omnigraph.execute.operator;

import io.omnigraph.execute.operator.Budget.Account;
import io.omnigraph.execute.result.QueryRejected;
import java.util.Arrays;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Some rows: for each variable that has a node, an array with the node's row number in its table,
 * and how many times the row counts.
 *
 * <p>Rows that were filtered out stay in the arrays; the selection holds the positions of the
 * others in ascending order. A batch belongs to the operator that made it, which fills it again as
 * soon as the operators after it are done with it. It grows with what is put into it, so that a
 * query over few rows needs little memory.
 */
final class Batch {

  /** The most rows of a batch. */
  static final int CAPACITY = 1024;

  /** The row number of a node that is missing. */
  static final int MISSING = -1;

  private static final int SMALLEST = 8;
  private static final int[] UNBOUND = {};

  private final int[] slots;
  private final int[][] nodes;
  private final Account account;
  private int[] origins;
  private int[] selection;

  /** How many times each row counts; absent when each counts once. */
  private long @Nullable [] weights;

  private int size;
  private int selected;

  private Batch(int[] slots, int[][] nodes, int capacity, Account account) {
    this.slots = slots;
    this.nodes = nodes;
    this.origins = new int[capacity];
    this.selection = new int[capacity];
    this.account = account;
  }

  /**
   * An empty batch.
   *
   * @param all the number of slots of the query
   * @param filled the slots that rows will have nodes in
   */
  static Batch empty(int all, int[] filled, Account account) {
    int[][] nodes = new int[all][];
    Arrays.fill(nodes, UNBOUND);
    for (int slot : filled) {
      nodes[slot] = new int[SMALLEST];
    }
    return new Batch(filled, nodes, SMALLEST, account);
  }

  /** One row without a node, which every query starts from. */
  static Batch unit(int all, Account account) {
    Batch batch = empty(all, UNBOUND, account);
    batch.size = 1;
    batch.selected = 1;
    return batch;
  }

  /**
   * The same rows, each remembering its position as its origin and counting once; the selection of
   * the new batch is its own.
   */
  Batch asOrigins() {
    Batch view = new Batch(slots, nodes, size, account);
    for (int i = 0; i < size; i++) {
      view.origins[i] = i;
    }
    System.arraycopy(selection, 0, view.selection, 0, selected);
    view.size = size;
    view.selected = selected;
    return view;
  }

  /** The number of selected rows. */
  int selected() {
    return selected;
  }

  /** One more than the highest position. */
  int size() {
    return size;
  }

  /** The position of the {@code index}-th selected row. */
  int position(int index) {
    return selection[index];
  }

  /** The nodes of all variables, by slot and position. */
  int[][] nodes() {
    return nodes;
  }

  /** The positions of the selected rows, ascending; callers do not change them. */
  int[] positions() {
    return selection;
  }

  /** Whether all rows are selected, so that the position of each is its index. */
  boolean isWhole() {
    return selected == size;
  }

  /**
   * What the selected rows have in a slot, in their order.
   *
   * @param scratch with room for as many; used where rows are not selected
   */
  int[] inSlot(int slot, int[] scratch) {
    int[] values = nodes[slot];
    if (isWhole()) {
      return values;
    }
    for (int i = 0; i < selected; i++) {
      scratch[i] = values[selection[i]];
    }
    return scratch;
  }

  /** Whether a row may count other than once. */
  boolean isWeighted() {
    return weights != null;
  }

  /** The position of the row outside an inner block that this row was made from. */
  int origin(int position) {
    return origins[position];
  }

  /** How many times a row counts. */
  long weight(int position) {
    return weights == null ? 1 : weights[position];
  }

  /** How many times all selected rows count together. */
  long weight() {
    long sum = selected;
    if (weights != null) {
      sum = 0;
      for (int i = 0; i < selected; i++) {
        sum += weights[selection[i]];
      }
    }
    return sum;
  }

  /**
   * Makes a row count more times.
   *
   * @throws QueryRejected when it counts more often than 64 bits can say
   */
  void multiply(int position, long factor) {
    if (factor == 1) {
      return;
    }
    if (weights == null) {
      weights = new long[origins.length];
      Arrays.fill(weights, 1);
    }
    weights[position] = Weights.product(weights[position], factor);
  }

  /**
   * Makes the selected rows count more times, each by a factor of its own; those whose factor is 0
   * are unselected.
   *
   * @throws QueryRejected when a row counts more often than 64 bits can say
   */
  void multiply(long[] factors) {
    int kept = 0;
    for (int i = 0; i < selected; i++) {
      int position = selection[i];
      if (factors[i] > 0) {
        multiply(position, factors[i]);
        selection[kept++] = position;
      }
    }
    selected = kept;
  }

  boolean isEmpty() {
    return selected == 0;
  }

  boolean isFull() {
    return size == CAPACITY;
  }

  void clear() {
    size = 0;
    selected = 0;
  }

  /** Adds a copy of a row of another batch, in some slots, with one more node. */
  void append(Batch from, int position, int[] copied, int slot, int node) {
    if (size == origins.length) {
      grow();
    }
    for (int other : copied) {
      nodes[other][size] = from.nodes[other][position];
    }
    nodes[slot][size] = node;
    origins[size] = from.origins[position];
    selection[size] = size;
    if (weights != null) {
      weights[size] = from.weight(position);
    } else if (from.weights != null) {
      multiply(size, from.weights[position]);
    }
    size++;
    selected = size;
  }

  /**
   * Adds copies of a row of another batch, in some slots; the nodes that they get follow by {@link
   * #setLast(int, int[], int, int)}.
   *
   * @param count of the copies, for which there must be room up to {@link #CAPACITY}
   */
  void appendAll(Batch from, int position, int[] copied, int count) {
    int end = size + count;
    while (origins.length < end) {
      grow(end);
    }
    for (int other : copied) {
      Arrays.fill(nodes[other], size, end, from.nodes[other][position]);
    }
    Arrays.fill(origins, size, end, from.origins[position]);
    for (int i = size; i < end; i++) {
      selection[i] = i;
    }
    if (weights == null && from.weight(position) != 1) {
      weights = new long[origins.length];
      Arrays.fill(weights, 0, size, 1);
    }
    if (weights != null) {
      Arrays.fill(weights, size, end, from.weight(position));
    }
    size = end;
    selected = end;
  }

  /** Gives the rows that were added last nodes in a slot of their own. */
  void setLast(int slot, int[] more, int start, int count) {
    System.arraycopy(more, start, nodes[slot], size - count, count);
  }

  /** Gives the row that was added last something in another slot of its own. */
  void setLast(int slot, int row) {
    nodes[slot][size - 1] = row;
  }

  /** Begins a copy of a row of another batch, in some slots, without nodes in some others. */
  void appendJoined(Batch from, int position, int[] copied, int[] missing) {
    if (size == origins.length) {
      grow();
    }
    for (int slot : copied) {
      nodes[slot][size] = from.nodes[slot][position];
    }
    for (int slot : missing) {
      nodes[slot][size] = MISSING;
    }
  }

  /** Ends a row that was begun: says how often it counts, and what it was made from. */
  void finishRow(long weight, int origin) {
    if (weights != null) {
      weights[size] = weight;
    } else {
      multiply(size, weight);
    }
    origins[size] = origin;
    selection[size] = size;
    size++;
    selected = size;
  }

  /** Unselects the rows at positions that a test does not accept. */
  void retain(IntPredicate test) {
    int kept = 0;
    for (int i = 0; i < selected; i++) {
      int position = selection[i];
      if (test.test(position)) {
        selection[kept++] = position;
      }
    }
    selected = kept;
  }

  /** Works out the truth of the selected rows, in their order. */
  void truths(Truths truths, byte[] into) {
    truths.of(nodes, selection, selected, into);
  }

  /** Unselects the rows for which a condition is not true. */
  void retain(Truths condition, byte[] scratch) {
    condition.of(nodes, selection, selected, scratch);
    int kept = 0;
    for (int i = 0; i < selected; i++) {
      if (scratch[i] == Truths.TRUE) {
        selection[kept++] = selection[i];
      }
    }
    selected = kept;
  }

  /**
   * Gives the rows something in a slot that they had nothing in; it is theirs until they change.
   */
  void put(int slot, int[] values) {
    nodes[slot] = values;
  }

  private void grow() {
    grow(size + 1);
  }

  private void grow(int wanted) {
    int larger = Math.min(CAPACITY, Math.max(wanted, 4 * size));
    account.hold((long) (larger - origins.length) * Integer.BYTES * (slots.length + 2));
    for (int slot : slots) {
      nodes[slot] = Arrays.copyOf(nodes[slot], larger);
    }
    origins = Arrays.copyOf(origins, larger);
    selection = Arrays.copyOf(selection, larger);
    if (weights != null) {
      weights = Arrays.copyOf(weights, larger);
    }
  }
}
