package io.omnigraph.query.result;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which keys the rows of a result have, and where their values stand.
 *
 * @param names the distinct column names, in the order of the columns
 * @param positions for each name the position of its value
 */
record RowShape(List<String> names, List<Integer> positions) {

  RowShape {
    names = List.copyOf(names);
    positions = List.copyOf(positions);
  }

  static RowShape of(List<String> columns) {
    Map<String, Integer> last = new LinkedHashMap<>();
    for (int i = 0; i < columns.size(); i++) {
      last.put(columns.get(i), i);
    }
    return new RowShape(List.copyOf(last.keySet()), List.copyOf(last.values()));
  }
}
