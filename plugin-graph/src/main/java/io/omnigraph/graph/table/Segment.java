package io.omnigraph.graph.table;

import io.omnigraph.graph.column.ColumnSpec;
import io.omnigraph.graph.snapshot.Column;
import io.omnigraph.graph.snapshot.WordIndexes;
import io.omnigraph.graph.text.WordIndex;
import java.util.List;
import java.util.Map;

/** Rows that are stored or staged together. Immutable and safe for use by several threads. */
public interface Segment {

  /**
   * Names the rows for ever: segments with equal identities have the same values in the same rows.
   * What differs between two versions that share a segment is which of its rows are dead.
   */
  Object identity();

  /** The number of rows. */
  int rows();

  /** The values of a column; all null when the segment was made before the column was. */
  Column column(ColumnSpec spec);

  /** The words of a column of texts. */
  default WordIndex words(ColumnSpec spec) {
    return WordIndexes.of((Column.Texts) column(spec), rows());
  }

  /** The row of an id, whether live or not; -1 when there is none. Ids are unique in a segment. */
  int find(String id);

  /** The rows of each value of a column that holds ids of nodes. */
  Map<String, int[]> rowsByNode(ColumnSpec end);

  /**
   * The row of each tuple of values, for columns that are unique; rows with a null are left out.
   */
  Map<List<Object>, Integer> rowsByTuple(List<ColumnSpec> columns);
}
