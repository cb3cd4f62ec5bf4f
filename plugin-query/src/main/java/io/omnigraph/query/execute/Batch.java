package io.omnigraph.query.execute;

import java.util.Arrays;
import java.util.Set;
import java.util.function.IntPredicate;

/**
 * Some rows: for each variable that has a node, an array with the node's row number in its table.
 *
 * <p>Rows that were filtered out stay in the arrays; the selection holds the positions of the
 * others in ascending order. A batch belongs to the operator that made it, which fills it again as
 * soon as the operators after it are done with it.
 */
final class Batch {

  /** The most rows of a batch. */
  static final int CAPACITY = 1024;

  private static final int[] UNBOUND = {};
  private static final int[] POSITIONS = positions();

  private final int[][] nodes;
  private final int[] origins;
  private final int[] selection;
  private int size;
  private int selected;

  private Batch(int[][] nodes, int[] origins, int[] selection) {
    this.nodes = nodes;
    this.origins = origins;
    this.selection = selection;
  }

  /** An empty batch whose rows will have nodes in some of all slots. */
  static Batch empty(int slots, Set<Integer> bound) {
    int[][] nodes = new int[slots][];
    for (int slot = 0; slot < slots; slot++) {
      nodes[slot] = bound.contains(slot) ? new int[CAPACITY] : UNBOUND;
    }
    return new Batch(nodes, new int[CAPACITY], POSITIONS.clone());
  }

  /** One row without a node, which every query starts from. */
  static Batch unit(int slots) {
    int[][] nodes = new int[slots][];
    Arrays.fill(nodes, UNBOUND);
    Batch batch = new Batch(nodes, new int[1], new int[1]);
    batch.size = 1;
    batch.selected = 1;
    return batch;
  }

  /** The same rows, each remembering its position as its origin; its selection is its own. */
  Batch asOrigins() {
    Batch view = new Batch(nodes, POSITIONS, selection.clone());
    view.size = size;
    view.selected = selected;
    return view;
  }

  /** The number of selected rows. */
  int selected() {
    return selected;
  }

  /** The position of the {@code index}-th selected row. */
  int position(int index) {
    return selection[index];
  }

  /** The nodes of all variables, by slot and position. */
  int[][] nodes() {
    return nodes;
  }

  /** The position of the row outside a {@code not} block that this row was made from. */
  int origin(int position) {
    return origins[position];
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
  void append(Batch from, int position, int[] slots, int slot, int node) {
    for (int copied : slots) {
      nodes[copied][size] = from.nodes[copied][position];
    }
    nodes[slot][size] = node;
    origins[size] = from.origins[position];
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

  private static int[] positions() {
    int[] positions = new int[CAPACITY];
    Arrays.setAll(positions, i -> i);
    return positions;
  }
}
