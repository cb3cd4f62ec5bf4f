package io.omnigraph.store.change;

import io.omnigraph.store.commit.TableCounts;
import io.omnigraph.store.lance.Addition;
import io.omnigraph.store.table.TableLayout;
import java.util.BitSet;
import java.util.Optional;

/**
 * What a commit is to do to a table.
 *
 * @param layout of the table
 * @param dead rows of the table as the head has it that go, by their number
 * @param added rows that come
 * @param isEmptied whether no row is left afterwards
 */
record TableChange(
    TableLayout layout,
    BitSet dead,
    Optional<Addition> added,
    TableCounts counts,
    boolean isEmptied) {

  /** The key of the table, such as {@code node:Person}. */
  String tableKey() {
    return layout.type().tableKey();
  }

  /** The dataset that rows in files lie in, where they have to stay; empty for rows in memory. */
  Optional<String> dataset() {
    return added.flatMap(Addition::home);
  }
}
