package io.omnigraph.store.table;

import io.omnigraph.graph.column.ColumnSpec;
import java.util.Optional;

/** Finds rows of a table by vectors. */
@FunctionalInterface
interface VectorSearch {

  /** The live rows that are probably nearest to a vector, ascending; empty without an index. */
  Optional<int[]> nearest(ColumnSpec column, float[] query, int count);
}
