package io.omnigraph.execute.operator;

import java.util.Arrays;

/** A growing list of ints. */
final class IntList {

  private int[] elements = new int[16];
  private int size;
  private int[] scratch = {};

  int size() {
    return size;
  }

  int get(int index) {
    return elements[index];
  }

  /** Copies the elements to the front of an array with room for them. */
  void copyTo(int[] into) {
    System.arraycopy(elements, 0, into, 0, size);
  }

  void clear() {
    size = 0;
  }

  void add(int element) {
    if (size == elements.length) {
      elements = Arrays.copyOf(elements, 2 * size);
    }
    elements[size++] = element;
  }

  /**
   * An array with room for some elements, which replace those of the list.
   *
   * <p>Whoever fills it says so by {@link #filled}.
   */
  int[] room(int wanted) {
    if (elements.length < wanted) {
      elements = new int[Integer.highestOneBit(wanted) * 2];
    }
    return elements;
  }

  /** Takes over what was put into {@link #room}. */
  void filled(int count) {
    size = count;
  }

  /** Removes an element wherever it is. */
  void remove(int element) {
    int kept = 0;
    for (int i = 0; i < size; i++) {
      if (elements[i] != element) {
        elements[kept++] = elements[i];
      }
    }
    size = kept;
  }

  /** Sorts the elements and leaves one of those that are equal. */
  void makeDistinct() {
    int second = ascending(0);
    if (second == size) {
      return;
    }
    if (ascending(second) == size) {
      merge(second);
      return;
    }
    Arrays.sort(elements, 0, size);
    int kept = 1;
    for (int i = 1; i < size; i++) {
      if (elements[i] != elements[i - 1]) {
        elements[kept++] = elements[i];
      }
    }
    size = kept;
  }

  /** Merges two ascending runs, as two directions of an edge have them. */
  private void merge(int second) {
    if (scratch.length < elements.length) {
      scratch = new int[elements.length];
    }
    int left = 0;
    int right = second;
    int kept = 0;
    while (left < second && right < size) {
      int one = elements[left];
      int other = elements[right];
      scratch[kept++] = Math.min(one, other);
      left += one <= other ? 1 : 0;
      right += other <= one ? 1 : 0;
    }
    System.arraycopy(elements, left, scratch, kept, second - left);
    kept += second - left;
    System.arraycopy(elements, right, scratch, kept, size - right);
    kept += size - right;
    int[] merged = scratch;
    scratch = elements;
    elements = merged;
    size = kept;
  }

  /** The end of the ascending elements, no two of them equal, that begin at one of them. */
  private int ascending(int start) {
    for (int i = start + 1; i < size; i++) {
      if (elements[i] <= elements[i - 1]) {
        return i;
      }
    }
    return size;
  }
}
