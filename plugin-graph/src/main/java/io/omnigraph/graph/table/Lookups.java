package io.omnigraph.graph.table;

import io.omnigraph.graph.snapshot.Column;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes the lookups of a segment from its columns. */
public final class Lookups {

  private Lookups() {}

  /** The rows of each id in a column of node ids. */
  public static Map<String, int[]> byNode(Column.Texts ends, int rows) {
    Map<String, int[]> counted = new HashMap<>();
    for (int row = 0; row < rows; row++) {
      counted.computeIfAbsent(ends.get(row), _ -> new int[1])[0]++;
    }
    Map<String, int[]> filled = HashMap.newHashMap(counted.size());
    for (int row = 0; row < rows; row++) {
      String node = ends.get(row);
      int[] left = counted.getOrDefault(node, new int[1]);
      int[] found = filled.computeIfAbsent(node, _ -> new int[left[0]]);
      found[found.length - left[0]] = row;
      left[0]--;
    }
    return filled;
  }

  /** The row of each tuple; rows with a null are left out, and of equal ones the last counts. */
  public static Map<List<Object>, Integer> byTuple(List<Column> columns, int rows) {
    Map<List<Object>, Integer> found = new HashMap<>();
    for (int row = 0; row < rows; row++) {
      int current = row;
      tuple(columns, row).ifPresent(tuple -> found.put(tuple, current));
    }
    return found;
  }

  /** The values of a row; empty when one of them is null. */
  private static Optional<List<Object>> tuple(List<Column> columns, int row) {
    List<Object> values = new ArrayList<>(columns.size());
    for (Column column : columns) {
      if (column.isNull(row)) {
        return Optional.empty();
      }
      values.add(Values.comparable(Values.at(column, row)));
    }
    return Optional.of(List.copyOf(values));
  }

  /** Rows by id, as a table of row numbers with open addressing. */
  static final class Ids {

    private final Column.Texts ids;
    private final int[] slots;

    Ids(Column.Texts ids, int rows) {
      this.ids = ids;
      this.slots = new int[Integer.highestOneBit(Math.max(rows, 1)) * 4];
      Arrays.fill(slots, -1);
      for (int row = 0; row < rows; row++) {
        slots[slot(ids.get(row))] = row;
      }
    }

    int find(String id) {
      return slots[slot(id)];
    }

    long bytes() {
      return 32 + (long) Integer.BYTES * slots.length;
    }

    private int slot(String id) {
      int mask = slots.length - 1;
      int hash = id.hashCode();
      int slot = ((hash ^ (hash >>> 16)) * 0x9E3779B9) & mask;
      while (slots[slot] >= 0 && !ids.get(slots[slot]).equals(id)) {
        slot = (slot + 1) & mask;
      }
      return slot;
    }
  }
}
