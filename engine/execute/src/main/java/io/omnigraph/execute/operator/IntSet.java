package io.omnigraph.execute.operator;

import java.util.Arrays;

/** A growing set of ints that are not negative. */
final class IntSet {

  private static final int FREE = -1;
  private static final int SMALLEST = 64;

  private int[] table = freeTable(SMALLEST);
  private int size;

  /** Adds an element; returns whether it is new. */
  boolean add(int element) {
    if (2 * size >= table.length) {
      grow();
    }
    int place = find(element);
    if (table[place] == element) {
      return false;
    }
    table[place] = element;
    size++;
    return true;
  }

  boolean contains(int element) {
    return table[find(element)] == element;
  }

  void clear() {
    if (table.length > SMALLEST) {
      table = freeTable(SMALLEST);
    } else {
      Arrays.fill(table, FREE);
    }
    size = 0;
  }

  private int find(int element) {
    int mask = table.length - 1;
    int place = ((element * 0x9E3779B9) >>> 7) & mask;
    while (table[place] != FREE && table[place] != element) {
      place = (place + 1) & mask;
    }
    return place;
  }

  private void grow() {
    int[] old = table;
    table = freeTable(2 * old.length);
    for (int element : old) {
      if (element != FREE) {
        table[find(element)] = element;
      }
    }
  }

  private static int[] freeTable(int length) {
    int[] table = new int[length];
    Arrays.fill(table, FREE);
    return table;
  }
}
