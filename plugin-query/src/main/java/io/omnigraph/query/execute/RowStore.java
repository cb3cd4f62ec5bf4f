package io.omnigraph.query.execute;

import java.util.Arrays;
import java.util.Collection;

/** Rows that are kept: growing arrays of row numbers, one for each variable. */
final class RowStore {

  private final int[] slots;
  private final int[][] nodes;
  private final Budget budget;
  private int size;
  private int capacity;

  /**
   * An empty store.
   *
   * @param all the number of slots of the query
   * @param kept the slots whose nodes are kept
   */
  RowStore(int all, Collection<Integer> kept, Budget budget) {
    this.slots = kept.stream().mapToInt(Integer::intValue).toArray();
    this.nodes = new int[all][0];
    this.budget = budget;
  }

  int size() {
    return size;
  }

  /** The nodes of all kept variables, by slot and position. */
  int[][] nodes() {
    return nodes;
  }

  void add(Batch batch, int position) {
    if (size == capacity) {
      grow();
    }
    for (int slot : slots) {
      nodes[slot][size] = batch.nodes()[slot][position];
    }
    size++;
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

  /** The positions of the first rows in an order. */
  int[] first(long limit, RowOrder order) {
    int[] positions = new int[size];
    Arrays.setAll(positions, i -> i);
    IntSort.sort(positions, (left, right) -> order.compare(nodes, left, right));
    return limit < size ? Arrays.copyOf(positions, (int) limit) : positions;
  }

  private void grow() {
    int larger = Math.max(1024, Math.multiplyExact(capacity, 2));
    budget.hold((long) (larger - capacity) * slots.length);
    for (int slot : slots) {
      nodes[slot] = Arrays.copyOf(nodes[slot], larger);
    }
    capacity = larger;
  }
}
