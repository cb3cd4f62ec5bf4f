package io.omnigraph.graph.text;

import java.util.Arrays;

/**
 * The runs of letters and digits that were seen, each with the number of its word. Found by their
 * place in a text, so that a run that is known costs no object.
 */
final class Runs {

  /** A run that is not there. */
  static final int UNKNOWN = -2;

  private String[] keys = new String[1024];
  private int[] numbers = new int[1024];
  private int size;

  /** The number of a run; {@link #UNKNOWN} when it was not added. */
  int find(String text, int start, int end, int hash) {
    int mask = keys.length - 1;
    int slot = mixed(hash) & mask;
    for (String key = keys[slot]; key != null; key = keys[slot]) {
      if (key.length() == end - start && text.startsWith(key, start)) {
        return numbers[slot];
      }
      slot = (slot + 1) & mask;
    }
    return UNKNOWN;
  }

  /** Adds a run that is not there. */
  void add(String run, int number) {
    if (2 * size >= keys.length) {
      grow();
    }
    put(run, number);
    size++;
  }

  private void put(String run, int number) {
    int mask = keys.length - 1;
    // The hash that whoever looks for a run works out on the way is that of a string.
    int slot = mixed(run.hashCode()) & mask;
    while (keys[slot] != null) {
      slot = (slot + 1) & mask;
    }
    keys[slot] = run;
    numbers[slot] = number;
  }

  private void grow() {
    String[] oldKeys = keys;
    int[] oldNumbers = numbers;
    keys = new String[oldKeys.length * 2];
    numbers = Arrays.copyOf(oldNumbers, keys.length);
    for (int slot = 0; slot < oldKeys.length; slot++) {
      String key = oldKeys[slot];
      if (key != null) {
        put(key, oldNumbers[slot]);
      }
    }
  }

  private static int mixed(int hash) {
    return ((hash ^ (hash >>> 16)) * 0x9E3779B9) >>> 7;
  }
}
