package io.omnigraph.execute.operator;

/** Sorts ints by an order of one's own, stably (merge sort). */
final class IntSort {

  private static final int SHORT = 16;

  private final int[] elements;
  private final int[] scratch;
  private final Order order;

  /** An order of ints. */
  @FunctionalInterface
  interface Order {

    /** Compares as a comparator does. */
    int compare(int left, int right);
  }

  private IntSort(int[] elements, Order order) {
    this.elements = elements;
    this.scratch = new int[elements.length];
    this.order = order;
  }

  static void sort(int[] elements, Order order) {
    new IntSort(elements, order).sort(0, elements.length);
  }

  private void sort(int start, int end) {
    if (end - start <= SHORT) {
      insert(start, end);
      return;
    }
    int middle = (start + end) >>> 1;
    sort(start, middle);
    sort(middle, end);
    if (order.compare(elements[middle - 1], elements[middle]) > 0) {
      merge(start, middle, end);
    }
  }

  private void insert(int start, int end) {
    for (int i = start + 1; i < end; i++) {
      int element = elements[i];
      int place = i;
      while (place > start && order.compare(elements[place - 1], element) > 0) {
        elements[place] = elements[place - 1];
        place--;
      }
      elements[place] = element;
    }
  }

  private void merge(int start, int middle, int end) {
    System.arraycopy(elements, start, scratch, start, middle - start);
    int left = start;
    int right = middle;
    int place = start;
    while (left < middle && right < end) {
      elements[place++] =
          order.compare(scratch[left], elements[right]) <= 0 ? scratch[left++] : elements[right++];
    }
    System.arraycopy(scratch, left, elements, place, middle - left);
  }
}
