package io.omnigraph.store.change;

import io.omnigraph.store.commit.TableCounts;
import io.omnigraph.store.lance.Addition;
import java.util.BitSet;
import java.util.Optional;

/**
 * What a commit is to do to a table.
 *
 * @param tableKey such as {@code node:Person}
 * @param dead rows of the table as the head has it that go, by their number
 * @param added rows that come
 * @param isEmptied whether no row is left afterwards
 */
record TableChange(
    String tableKey, BitSet dead, Optional<Addition> added, TableCounts counts, boolean isEmptied) {

  /** The dataset that rows in files lie in, where they have to stay; empty for rows in memory. */
  Optional<String> dataset() {
    return added.flatMap(Addition::home);
  }
}
