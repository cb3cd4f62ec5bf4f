package io.omnigraph.execute.result;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which keys the rows of a result have, and where their values stand.
 *
 * @param columns the names of all columns, in their order
 * @param names the distinct column names, in the order of the columns
 * @param positions for each name the position of its value
 */
public record RowShape(List<String> columns, List<String> names, List<Integer> positions) {

  public RowShape {
    columns = List.copyOf(columns);
    names = List.copyOf(names);
    positions = List.copyOf(positions);
  }

  /** The shape of rows with some columns. */
  public static RowShape of(List<String> columns) {
    Map<String, Integer> last = new LinkedHashMap<>();
    for (int i = 0; i < columns.size(); i++) {
      last.put(columns.get(i), i);
    }
    return new RowShape(columns, List.copyOf(last.keySet()), List.copyOf(last.values()));
  }
}
