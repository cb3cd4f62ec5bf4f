package io.omnigraph.store.lance;

import java.util.BitSet;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a write does to a table.
 *
 * @param deleted positions of rows to delete, by fragment id
 * @param added rows to add after that; empty for none
 */
public record LanceChange(SortedMap<Integer, BitSet> deleted, Optional<Addition> added) {

  public LanceChange {
    deleted = new TreeMap<>(deleted);
  }
}
