package io.omnigraph.store.commit;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What separates a table from the Lance version that its commit names: less some rows, plus some.
 * Rows of small transactions stand in the records of their commits until there are enough of them
 * for a version. In graphs of format 1, commits that were written together share files, and only
 * the last of them has a version of its own; each of the others is the version before all of them
 * with an overlay of parts.
 *
 * @param dead rows of the version's fragments that are gone, by fragment id, as {@link Positions}
 * @param parts rows that follow those of the version, in order
 * @param deltas rows that follow those of the parts, oldest first
 */
public record Overlay(
    SortedMap<Integer, String> dead,
    List<Part> parts,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) @JsonSetter(nulls = Nulls.AS_EMPTY)
        List<Delta> deltas) {

  /** Nothing lost and nothing gained. */
  public static final Overlay NONE = new Overlay(new TreeMap<>(), List.of());

  public Overlay {
    dead = Collections.unmodifiableSortedMap(new TreeMap<>(dead));
    parts = List.copyOf(parts);
    deltas = List.copyOf(deltas);
  }

  /** An overlay of files alone. */
  public Overlay(SortedMap<Integer, String> dead, List<Part> parts) {
    this(dead, parts, List.of());
  }

  /** Whether the table is as its version is. */
  @JsonIgnore
  public boolean isEmpty() {
    return dead.isEmpty() && parts.isEmpty() && deltas.isEmpty();
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

    /** The same rows without some that are gone. */
    public Part without(BitSet gone) {
      BitSet left = Positions.of(live);
      left.andNot(gone);
      return new Part(file, rows, Positions.text(left));
    }
  }
}
