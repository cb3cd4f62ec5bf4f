package io.omnigraph.store.merge;

import java.util.Map;

/** What becomes of a row that at least one side has changed. */
sealed interface Resolution {

  /** The target's row stays. */
  record Ours(int row) implements Resolution {}

  /** The source's row is taken. */
  record Theirs(int row) implements Resolution {}

  /** Nothing is left of it. */
  record Gone() implements Resolution {}

  /**
   * Some values are the target's and some the source's.
   *
   * @param values by the name of the column
   */
  record Mixed(Map<String, Object> values) implements Resolution {

    public Mixed {
      values = Map.copyOf(values);
    }
  }
}
