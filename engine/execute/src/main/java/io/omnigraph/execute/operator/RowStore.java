package io.omnigraph.execute.operator;

import io.omnigraph.execute.operator.Budget.Account;
import java.util.Arrays;
import java.util.Collection;

/** Rows that are kept: growing arrays of row numbers, one for each variable. */
final class RowStore {

  private static final int SMALLEST = 16;
  private static final int[] EMPTY = {};

  private final int[] slots;
  private final int[][] nodes;
  private final Account account;
  private int size;
  private int capacity;

  /**
   * An empty store.
   *
   * @param all the number of slots of the query
   * @param kept the slots whose nodes are kept
   */
  RowStore(int all, Collection<Integer> kept, Account account) {
    this.slots = new int[kept.size()];
    int next = 0;
    for (int slot : kept) {
      slots[next++] = slot;
    }
    this.nodes = new int[all][];
    Arrays.fill(nodes, EMPTY);
    this.account = account;
  }

  int size() {
    return size;
  }

  /** The nodes of all kept variables, by slot and position. */
  int[][] nodes() {
    return nodes;
  }

  /** Adds a row as often as it counts, but no more often than asked for. */
  void add(Batch batch, int position, long most) {
    long times = Math.min(batch.weight(position), most);
    for (long i = 0; i < times; i++) {
      if (size == capacity) {
        grow();
      }
      for (int slot : slots) {
        nodes[slot][size] = batch.nodes()[slot][position];
      }
      size++;
    }
  }

  /** Forgets the row that was added last. */
  void removeLast() {
    size--;
  }

  /** Keeps the rows at some positions, in their order, and forgets the others. */
  void keep(int[] positions) {
    for (int slot : slots) {
      int[] kept = new int[capacity];
      for (int i = 0; i < positions.length; i++) {
        kept[i] = nodes[slot][positions[i]];
      }
      nodes[slot] = kept;
    }
    size = positions.length;
  }

  /** The positions of all rows, ascending. */
  int[] positions() {
    int[] positions = new int[size];
    for (int i = 0; i < size; i++) {
      positions[i] = i;
    }
    return positions;
  }

  /** The positions of the first rows in an order. */
  int[] first(long limit, RowOrder order) {
    int[] positions = positions();
    IntSort.sort(positions, (left, right) -> order.compare(nodes, left, right));
    return limit < size ? Arrays.copyOf(positions, (int) limit) : positions;
  }

  private void grow() {
    int larger = Math.max(SMALLEST, Math.multiplyExact(capacity, 2));
    account.hold((long) (larger - capacity) * Integer.BYTES * slots.length);
    for (int slot : slots) {
      nodes[slot] = Arrays.copyOf(nodes[slot], larger);
    }
    capacity = larger;
  }
}
