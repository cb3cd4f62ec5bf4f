package io.omnigraph.store.commit;

import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What separates a table from the Lance version that its commit names. Commits that were written
 * together share files, and only the last of them has a version of its own; each of the others is
 * the version before all of them, less some rows, plus some rows of the shared files. The head of a
 * branch that was written to has no overlay.
 *
 * @param dead rows of the version's fragments that are gone, by fragment id, as {@link Positions}
 * @param parts rows that follow those of the version, in order
 */
public record Overlay(SortedMap<Integer, String> dead, List<Part> parts) {

  public Overlay {
    dead = Collections.unmodifiableSortedMap(new TreeMap<>(dead));
    parts = List.copyOf(parts);
  }

  /** The rows of a fragment that are gone, besides those that the version has lost itself. */
  public BitSet deadIn(int fragment) {
    return Positions.of(dead.getOrDefault(fragment, ""));
  }

  /**
   * Rows of a data file, which may have others too.
   *
   * @param file relative to the root; never changes
   * @param rows all rows in the file
   * @param live those that the table has, as {@link Positions}
   */
  public record Part(String file, int rows, String live) {

    /** The rows that the table does not have. */
    public BitSet dead() {
      BitSet dead = Positions.of(live);
      dead.flip(0, rows);
      return dead;
    }
  }
}
