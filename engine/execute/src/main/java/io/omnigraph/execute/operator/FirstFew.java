package io.omnigraph.execute.operator;

import java.util.Arrays;

/** Finds the first of many things in an order with a heap of no more than are wanted. */
final class FirstFew {

  /** Where one in so many is wanted, or more, all are sorted. */
  private static final int MANY = 4;

  private final IntSort.Order order;

  /** What can be among the first, the last of them at the top. */
  private final int[] heap;

  private int size;

  private FirstFew(int limit, IntSort.Order order) {
    this.heap = new int[limit];
    this.order = order;
  }

  /**
   * The first of the numbers from 0 on, in order.
   *
   * @param count of the numbers
   */
  static int[] of(int count, long limit, IntSort.Order order) {
    if (limit >= count / MANY) {
      int[] all = new int[count];
      Arrays.setAll(all, i -> i);
      IntSort.sort(all, order);
      return limit < count ? Arrays.copyOf(all, (int) limit) : all;
    }
    FirstFew few = new FirstFew((int) limit, order);
    for (int i = 0; i < count && limit > 0; i++) {
      few.add(i);
    }
    IntSort.sort(few.heap, order);
    return few.heap;
  }

  private void add(int number) {
    if (size < heap.length) {
      rise(size++, number);
    } else if (order.compare(number, heap[0]) < 0) {
      sink(number);
    }
  }

  private void rise(int from, int number) {
    int at = from;
    while (at > 0 && order.compare(heap[(at - 1) / 2], number) < 0) {
      heap[at] = heap[(at - 1) / 2];
      at = (at - 1) / 2;
    }
    heap[at] = number;
  }

  private void sink(int number) {
    int at = 0;
    while (2 * at + 1 < size) {
      int child = 2 * at + 1;
      if (child + 1 < size && order.compare(heap[child + 1], heap[child]) > 0) {
        child++;
      }
      if (order.compare(heap[child], number) <= 0) {
        break;
      }
      heap[at] = heap[child];
      at = child;
    }
    heap[at] = number;
  }
}
