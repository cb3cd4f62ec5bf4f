package io.omnigraph.execute.operator;

import java.util.Arrays;

/** Numbers longs from 0 in the order in which they are first met. */
final class LongIndex {

  private long[] keys = new long[64];
  private int[] numbers = freeTable(64);
  private int size;

  int size() {
    return size;
  }

  /** The number of a long. */
  int number(long key) {
    return number(key, size);
  }

  /**
   * The number of a long.
   *
   * @param fresh the number that it gets if it is new
   */
  int number(long key, int fresh) {
    if (2 * size >= keys.length) {
      grow();
    }
    int place = find(key);
    if (numbers[place] < 0) {
      keys[place] = key;
      numbers[place] = fresh;
      size++;
    }
    return numbers[place];
  }

  private int find(long key) {
    int mask = keys.length - 1;
    int place = (int) (((key * 0x9E3779B97F4A7C15L) >>> 33) & mask);
    while (numbers[place] >= 0 && keys[place] != key) {
      place = (place + 1) & mask;
    }
    return place;
  }

  private void grow() {
    long[] oldKeys = keys;
    int[] oldNumbers = numbers;
    keys = new long[2 * oldKeys.length];
    numbers = freeTable(keys.length);
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldNumbers[i] >= 0) {
        int place = find(oldKeys[i]);
        keys[place] = oldKeys[i];
        numbers[place] = oldNumbers[i];
      }
    }
  }

  private static int[] freeTable(int length) {
    int[] table = new int[length];
    Arrays.fill(table, -1);
    return table;
  }
}
