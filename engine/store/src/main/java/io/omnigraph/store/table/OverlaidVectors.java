package io.omnigraph.store.table;

import io.omnigraph.graph.column.ColumnSpec;
import io.omnigraph.graph.snapshot.Column;
import io.omnigraph.store.table.TableRows.Slice;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Finds rows by vectors in a version and in what an overlay has beside it. The rows beside it are
 * few, so all of them count as near.
 */
final class OverlaidVectors implements VectorSearch {

  private final VectorSearch version;
  private final List<Slice> slices;
  private final int stored;

  /**
   * A search.
   *
   * @param slices of the table, those of the version first
   * @param stored how many are the version's
   */
  OverlaidVectors(VectorSearch version, List<Slice> slices, int stored) {
    this.version = version;
    this.slices = List.copyOf(slices);
    this.stored = stored;
  }

  @Override
  public Optional<int[]> nearest(ColumnSpec column, float[] query, int count) {
    int gone = slices.stream().limit(stored).mapToInt(slice -> slice.dead().cardinality()).sum();
    TableRows rows = new TableRows(slices);
    return version
        .nearest(column, query, Math.addExact(count, gone))
        .map(found ->
            IntStream.concat(Arrays.stream(found).filter(rows::isLive), beside(rows, column))
                .toArray());
  }

  private IntStream beside(TableRows rows, ColumnSpec column) {
    return IntStream.range(stored, slices.size())
        .flatMap(i -> {
          Column vectors = slices.get(i).segment().column(column);
          return IntStream.range(0, slices.get(i).segment().rows())
              .filter(row -> !slices.get(i).dead().get(row) && !vectors.isNull(row))
              .map(row -> rows.start(i) + row);
        });
  }
}
