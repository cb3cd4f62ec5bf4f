package io.omnigraph.graph.load;

import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The tables that an input has records for, the number of those, and the ids they name. */
final class LoadedIds {

  private static final int FIRST_TIME = -1;

  private final SortedMap<String, Long> rows = new TreeMap<>();
  private final Map<String, Map<String, Integer>> ids = new HashMap<>();

  /** Counts a record of a table, and says how many there were before. */
  long count(String tableKey) {
    return rows.merge(tableKey, 1L, Long::sum) - 1;
  }

  /**
   * Notes an id.
   *
   * @param row of the record among those of its table, from 0
   * @return the row that had the same id before; negative when none had
   */
  int add(String tableKey, String id, long row) {
    Integer before =
        ids.computeIfAbsent(tableKey, _ -> new HashMap<>()).put(id, Math.toIntExact(row));
    return before == null ? FIRST_TIME : before;
  }

  /** Whether a record named the id. */
  boolean contains(String tableKey, String id) {
    Map<String, Integer> known = ids.get(tableKey);
    return known != null && known.containsKey(id);
  }

  /** Whether there was a record of the table. */
  boolean isLoaded(String tableKey) {
    return rows.containsKey(tableKey);
  }

  /** The number of records by table. */
  SortedMap<String, Long> rows() {
    return rows;
  }
}
