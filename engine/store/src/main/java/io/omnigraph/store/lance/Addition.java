package io.omnigraph.store.lance;

import java.util.Optional;

/** Rows to add to a table: still in memory, or in files that no version has yet. */
public sealed interface Addition permits Rows, StagedFragments {

  /** The number of rows. */
  int count();

  /** The dataset that they lie in already; empty for rows in memory. */
  default Optional<String> home() {
    return Optional.empty();
  }
}
