package io.omnigraph.store.diff;

import io.omnigraph.store.table.TableRows;
import java.util.HashMap;
import java.util.Map;

/** Where the rows of one state of a table stand in another state that shares their segments. */
public final class SharedRows {

  private final TableRows from;
  private final Map<Object, Integer> starts = new HashMap<>();

  /** The way from one state to another. */
  public SharedRows(TableRows from, TableRows to) {
    this.from = from;
    for (int i = 0; i < to.slices().size(); i++) {
      starts.put(to.slices().get(i).segment().identity(), to.start(i));
    }
  }

  /**
   * The number of a row in the other state.
   *
   * @throws IllegalArgumentException when the other state does not have the segment of the row
   */
  public int at(int row) {
    int slice = from.sliceOf(row);
    Integer start = starts.get(from.slices().get(slice).segment().identity());
    if (start == null) {
      throw new IllegalArgumentException("row " + row + " is not shared");
    }
    return start + row - from.start(slice);
  }
}
