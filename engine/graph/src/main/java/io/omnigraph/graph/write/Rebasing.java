package io.omnigraph.graph.write;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a bulk write makes of what others have done to its tables meanwhile: whether everything that
 * it has checked still holds on top of that.
 */
@FunctionalInterface
public interface Rebasing {

  /** Goes on with no change of others. */
  Rebasing NEVER = _ -> Optional.empty();

  /**
   * The rows of others that the write has rows for too, which replace them.
   *
   * @param others what others did to a table that the write depends on
   * @return ids out of {@link Others#present}; empty when the write has to be made anew
   */
  Optional<Set<String>> replaced(Others others);

  /**
   * What others did to a table.
   *
   * @param tableKey such as {@code node:Port}
   * @param present ids of the rows that they added or changed
   * @param gone ids of the rows that they removed
   */
  record Others(String tableKey, List<String> present, List<String> gone) {

    public Others {
      present = List.copyOf(present);
      gone = List.copyOf(gone);
    }
  }
}
