package io.omnigraph.store.lance;

import java.util.Map;
import java.util.Set;

/**
 * The indexes that a version has.
 *
 * @param rows how many rows are in each index, deleted ones included, by its {@link
 *     WantedIndex#name name}
 * @param columns the names of the columns that the version has, whether indexed or not
 */
public record BuiltIndexes(Map<String, Long> rows, Set<String> columns) {

  public BuiltIndexes {
    rows = Map.copyOf(rows);
    columns = Set.copyOf(columns);
  }
}
