package io.omnigraph.store.table;

import java.util.function.IntPredicate;

/**
 * Row numbers by hash, with open addressing. What is hashed lies elsewhere: who looks up says
 * whether a row is the wanted one. Each slot also holds those bits of the hash that the row number
 * leaves free, so that other rows are rarely looked at. Safe for many threads once it is filled.
 */
final class HashedRows {

  private final int[] slots;
  private final int mask;
  private final int rowMask;

  /** Room for rows below a number. */
  HashedRows(int rows) {
    int wanted = Math.max(4, Math.toIntExact(rows * 4L / 3));
    this.slots = new int[Integer.highestOneBit(wanted - 1) << 1];
    this.mask = slots.length - 1;
    this.rowMask = (Integer.highestOneBit(Math.max(rows, 1)) << 1) - 1;
  }

  /** Adds a row. There may be several of one hash. */
  void add(int row, int hash) {
    int slot = hash & mask;
    while (slots[slot] != 0) {
      slot = (slot + 1) & mask;
    }
    slots[slot] = (hash & ~rowMask) | (row + 1);
  }

  /** A row of a hash that is the wanted one; -1 when there is none. */
  int find(int hash, IntPredicate isWanted) {
    int tag = hash & ~rowMask;
    int slot = hash & mask;
    for (int entry = slots[slot]; entry != 0; entry = slots[slot]) {
      if ((entry & ~rowMask) == tag && isWanted.test((entry & rowMask) - 1)) {
        return (entry & rowMask) - 1;
      }
      slot = (slot + 1) & mask;
    }
    return -1;
  }

  /**
   * The row that is looked at first for a hash, or -1. Not necessarily one of that hash; a caller
   * with many hashes looks them all up before it touches any of the rows.
   */
  int candidate(int hash) {
    return (slots[hash & mask] & rowMask) - 1;
  }

  /** The bytes that the table takes in memory. */
  long bytes() {
    return 64 + (long) Integer.BYTES * slots.length;
  }
}
