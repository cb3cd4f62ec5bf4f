package io.omnigraph.store.commit;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Rows in the record of a commit, column by column.
 *
 * @param rows how many
 * @param columns by the stored name of the column, one value for each row; a column without values
 *     is not in it
 */
public record DeltaRows(int rows, SortedMap<String, JsonNode> columns) {

  public DeltaRows {
    columns = Collections.unmodifiableSortedMap(new TreeMap<>(columns));
  }
}
