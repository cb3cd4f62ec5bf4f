package io.omnigraph.io.load;

/**
 * Row numbers by the hashes of texts, 16 bytes a slot in one array with open addressing. Used by
 * one thread.
 */
final class HashIndex {

  private static final int MISSING = -1;

  /** Two numbers a slot: the high bits of the hash; the low ones and one more than the row. */
  private long[] slots = new long[2 * 64];

  private int size;

  /** The row of a text; -1 when there is none. */
  int get(TextHash hash) {
    return (int) slots[slot(slots, hash.high(), hash.low()) + 1] + MISSING;
  }

  /**
   * Notes the row of a text.
   *
   * @return the row that the text had before; -1 when it had none
   */
  int put(TextHash hash, int row) {
    int slot = slot(slots, hash.high(), hash.low());
    int before = (int) slots[slot + 1] + MISSING;
    slots[slot] = hash.high();
    slots[slot + 1] = ((long) hash.low() << Integer.SIZE) | (row + 1);
    if (before == MISSING && ++size > slots.length / 8 * 3) {
      grow();
    }
    return before;
  }

  private void grow() {
    long[] wider = new long[Math.multiplyExact(slots.length, 2)];
    for (int slot = 0; slot < slots.length; slot += 2) {
      if ((int) slots[slot + 1] != 0) {
        int to = slot(wider, slots[slot], (int) (slots[slot + 1] >>> Integer.SIZE));
        wider[to] = slots[slot];
        wider[to + 1] = slots[slot + 1];
      }
    }
    slots = wider;
  }

  /** Where a hash is, or would be. */
  private static int slot(long[] slots, long high, int low) {
    int mask = slots.length - 2;
    int slot = (int) (high >>> 7) & mask;
    while ((int) slots[slot + 1] != 0
        && (slots[slot] != high || (int) (slots[slot + 1] >>> Integer.SIZE) != low)) {
      slot = (slot + 2) & mask;
    }
    return slot;
  }
}
