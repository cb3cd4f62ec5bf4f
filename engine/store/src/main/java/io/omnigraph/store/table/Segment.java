package io.omnigraph.store.table;

import io.omnigraph.graph.column.ColumnSpec;
import io.omnigraph.graph.snapshot.Column;
import io.omnigraph.graph.snapshot.FilterScan;
import io.omnigraph.graph.snapshot.RowFilter;
import io.omnigraph.graph.snapshot.WordIndexes;
import io.omnigraph.graph.text.WordIndex;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** Rows that are stored or staged together. Immutable and safe for use by several threads. */
public interface Segment {

  /**
   * Names the rows for ever: segments with equal identities have the same values in the same rows.
   * What differs between two versions that share a segment is which of its rows are dead.
   */
  Object identity();

  /** Whether the rows are those of a transaction that has not ended. */
  default boolean isStaged() {
    return false;
  }

  /** The number of rows. */
  int rows();

  /** The values of a column; all null when the segment was made before the column was. */
  Column column(ColumnSpec spec);

  /** The words of a column of texts. */
  default WordIndex words(ColumnSpec spec) {
    return WordIndexes.of((Column.Texts) column(spec), rows());
  }

  /** Whether a column is in memory. */
  default boolean isWarm(ColumnSpec spec) {
    return true;
  }

  /**
   * The values of a column in some rows: position {@code i} of the result is row {@code rows[i]}.
   * Where the column is not in memory and the rows are few, no others are read.
   *
   * @param rows ascending
   */
  Column take(ColumnSpec spec, int[] rows);

  /**
   * The rows that a condition holds for, ascending, dead ones perhaps included.
   *
   * @param columns the column of each property that the condition names
   */
  default int[] select(RowFilter filter, Function<String, ColumnSpec> columns) {
    IntPredicate test = new FilterScan(name -> column(columns.apply(name))).test(filter);
    return IntStream.range(0, rows()).filter(test).toArray();
  }

  /**
   * The row of an id; -1 when there is none.
   *
   * @param id as UTF-8
   * @param hash of the id
   * @param dead rows that do not count
   */
  default int find(byte[] id, int hash, BitSet dead) {
    return ids().find(id, hash, dead);
  }

  /** {@link #ids} if it is in memory. */
  default Optional<IdLookup> warmIds() {
    return Optional.of(ids());
  }

  /** Finds rows by id. No two rows that are live in one version have the same. */
  IdLookup ids();

  /** Finds rows by a column that holds ids of nodes. */
  NodeLookup atNodes(ColumnSpec end);

  /** Finds rows by their values in columns that are unique together. */
  TupleLookup tuples(List<ColumnSpec> columns);
}
