package io.omnigraph.execute.operator;

/** The largest of the so many smallest keys seen: what is larger cannot be among the first. */
final class Cutoff {

  /** The smallest keys as a heap, the largest of them first. */
  private final double[] heap;

  private int size;

  /** A cutoff for so many keys. */
  Cutoff(int count) {
    this.heap = new double[count];
  }

  /** Notes a key, and says whether it is among the smallest so far; equal ones all are. */
  boolean admits(double key) {
    if (size < heap.length) {
      rise(size++, key);
      return true;
    }
    if (heap.length == 0 || Double.compare(key, heap[0]) > 0) {
      return false;
    }
    sink(key);
    return true;
  }

  private void rise(int from, double key) {
    int at = from;
    while (at > 0 && Double.compare(heap[(at - 1) / 2], key) < 0) {
      heap[at] = heap[(at - 1) / 2];
      at = (at - 1) / 2;
    }
    heap[at] = key;
  }

  private void sink(double key) {
    int at = 0;
    while (2 * at + 1 < size) {
      int child = 2 * at + 1;
      if (child + 1 < size && Double.compare(heap[child + 1], heap[child]) > 0) {
        child++;
      }
      if (Double.compare(heap[child], key) <= 0) {
        break;
      }
      heap[at] = heap[child];
      at = child;
    }
    heap[at] = key;
  }
}
