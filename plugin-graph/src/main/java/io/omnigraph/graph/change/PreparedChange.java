package io.omnigraph.graph.change;

import io.omnigraph.graph.store.TableCounts;
import io.omnigraph.graph.store.TableEntry;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a write is about to publish. Its rows are durable, in versions of their tables that no
 * commit names; it can be published on any head where those tables are as they were.
 *
 * @param entries the tables that change, by key, as they will be
 * @param counts what becomes of them, by the same keys
 */
public record PreparedChange(
    SortedMap<String, TableEntry> entries, SortedMap<String, TableCounts> counts) {

  public PreparedChange {
    entries = Collections.unmodifiableSortedMap(new TreeMap<>(entries));
    counts = Collections.unmodifiableSortedMap(new TreeMap<>(counts));
  }
}
