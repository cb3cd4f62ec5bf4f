package io.omnigraph.graph.snapshot;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/** The rows of a type, by dense row number. */
public sealed interface Table permits NodeTable, EdgeTable {

  /** One more than the highest row number; dead rows included. */
  int size();

  /** The number of live rows. */
  int liveCount();

  /** Whether a row is live. */
  boolean isLive(int row);

  /** Copies the live rows from one row on up to another, ascending; returns how many they are. */
  default int live(int from, int to, int[] into) {
    int count = 0;
    for (int row = from; row < to; row++) {
      if (isLive(row)) {
        into[count++] = row;
      }
    }
    return count;
  }

  /** The id of a row. */
  String id(int row);

  /** The ids of all rows. */
  default Column.Texts ids() {
    return new RowTexts(this::id);
  }

  /** The live row with an id; -1 when there is none. */
  int rowOf(String id);

  /**
   * The values of a property. Read from storage on first use; columns that nobody asks for are
   * never read.
   *
   * @throws IllegalArgumentException when the type does not have the property
   */
  Column column(String property);

  /**
   * The words of a property of texts, part by part. Worked out on first use and kept with the rows.
   *
   * @throws IllegalArgumentException when the type does not have the property
   */
  default List<WordPart> words(String property) {
    BitSet dead = new BitSet(size());
    for (int row = 0; row < size(); row++) {
      dead.set(row, !isLive(row));
    }
    Column.Texts texts = (Column.Texts) column(property);
    return List.of(new WordPart(0, WordIndexes.of(texts, size()), dead));
  }

  /**
   * So many live rows whose vectors are probably nearest to a query by the angle between them,
   * ascending; empty when no index can tell. An index may miss some of the nearest.
   *
   * @param query of the property's dimension
   */
  default Optional<int[]> nearest(String property, float[] query, int count) {
    return Optional.empty();
  }

  /** Whether the values of a property are in memory, so that {@link #column} reads nothing. */
  default boolean isWarm(String property) {
    return true;
  }

  /**
   * The live rows that a condition holds for, ascending. Reads no column that the condition does
   * not name; where the values are not in memory, storage decides, with its indexes where it has
   * them.
   *
   * @throws IllegalArgumentException when the type does not have a property
   */
  default int[] select(RowFilter filter) {
    return FilterScan.select(this, filter);
  }

  /**
   * The values of a property in some rows only: position {@code i} of the result is row {@code
   * rows[i]}. Where the values are not in memory, no others are read.
   *
   * @param rows ascending
   * @throws IllegalArgumentException when the type does not have the property
   */
  Column take(String property, int[] rows);
}
