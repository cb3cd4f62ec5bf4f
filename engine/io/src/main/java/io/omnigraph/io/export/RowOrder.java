package io.omnigraph.io.export;

import io.omnigraph.graph.snapshot.Table;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The live rows of a table by their ids, in the order of the ids' UTF-8 bytes. Rows that are in
 * order already, as loads leave them, are not sorted again.
 */
final class RowOrder {

  private final Table table;

  /** The first eight bytes of each id, so that most comparisons look at no text. */
  private final long[] prefixes;

  private RowOrder(Table table) {
    this.table = table;
    this.prefixes = new long[table.size()];
  }

  /** The rows. */
  static int[] byId(Table table) {
    int[] rows = new int[table.liveCount()];
    int count = 0;
    for (int row = 0; row < table.size(); row++) {
      if (table.isLive(row)) {
        rows[count++] = row;
      }
    }
    RowOrder order = new RowOrder(table);
    order.fill(rows);
    return order.sort(rows);
  }

  private void fill(int[] rows) {
    for (int row : rows) {
      byte[] id = bytes(row);
      long prefix = 0;
      for (int i = 0; i < Long.BYTES; i++) {
        prefix = prefix << Byte.SIZE | (i < id.length ? id[i] & 0xFF : 0);
      }
      prefixes[row] = prefix;
    }
  }

  /** Merges runs that are in order until there is one (natural merge sort). */
  private int[] sort(int[] rows) {
    int[] from = rows;
    int[] to = new int[rows.length];
    boolean isSorted = false;
    while (!isSorted) {
      int start = 0;
      int runs = 0;
      while (start < from.length) {
        int middle = runEnd(from, start);
        int end = middle < from.length ? runEnd(from, middle) : middle;
        merge(from, start, middle, end, to);
        start = end;
        runs++;
      }
      isSorted = runs <= 1;
      int[] merged = to;
      to = from;
      from = merged;
    }
    return from;
  }

  private int runEnd(int[] rows, int start) {
    int end = start + 1;
    while (end < rows.length && compare(rows[end - 1], rows[end]) <= 0) {
      end++;
    }
    return end;
  }

  private void merge(int[] from, int start, int middle, int end, int[] to) {
    int left = start;
    int right = middle;
    for (int at = start; at < end; at++) {
      boolean isLeft = left < middle && (right == end || compare(from[left], from[right]) <= 0);
      to[at] = isLeft ? from[left++] : from[right++];
    }
  }

  private int compare(int left, int right) {
    int byPrefix = Long.compareUnsigned(prefixes[left], prefixes[right]);
    return byPrefix != 0 ? byPrefix : Arrays.compareUnsigned(bytes(left), bytes(right));
  }

  private byte[] bytes(int row) {
    return table.id(row).getBytes(StandardCharsets.UTF_8);
  }
}
