package io.omnigraph.store.table;

import java.util.Arrays;

/** A map from row numbers to numbers that are not negative, with open addressing. */
final class IntTable {

  private static final int FACTOR = 0x9E3779B9;

  private int[] keys = new int[8];
  private int[] values = new int[8];
  private int size;

  IntTable() {
    Arrays.fill(keys, -1);
  }

  boolean isEmpty() {
    return size == 0;
  }

  /** The value of a key; -1 when it has none. */
  int get(int key) {
    int slot = slot(key);
    return keys[slot] == key ? values[slot] : -1;
  }

  boolean contains(int key) {
    return get(key) >= 0;
  }

  void put(int key, int value) {
    int slot = slot(key);
    if (keys[slot] != key) {
      if (2 * (size + 1) > keys.length) {
        grow();
        slot = slot(key);
      }
      keys[slot] = key;
      size++;
    }
    values[slot] = value;
  }

  private int slot(int key) {
    int mask = keys.length - 1;
    int slot = ((key * FACTOR) >>> 7) & mask;
    while (keys[slot] != key && keys[slot] >= 0) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void grow() {
    int[] oldKeys = keys;
    int[] oldValues = values;
    keys = new int[2 * oldKeys.length];
    values = new int[keys.length];
    Arrays.fill(keys, -1);
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldKeys[i] >= 0) {
        int slot = slot(oldKeys[i]);
        keys[slot] = oldKeys[i];
        values[slot] = oldValues[i];
      }
    }
  }
}
