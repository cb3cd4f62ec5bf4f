package io.omnigraph.store.table;

import com.fasterxml.jackson.databind.JsonNode;
import io.omnigraph.graph.column.ColumnBuilder;
import io.omnigraph.graph.column.ColumnSpec;
import io.omnigraph.graph.snapshot.Column;
import io.omnigraph.store.commit.DeltaRows;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The rows that a commit has written into its own record. They are few, and held in memory. */
final class DeltaSegment implements Segment {

  private final String identity;
  private final DeltaRows rows;
  private final Map<ColumnSpec, Column> columns = new ConcurrentHashMap<>();
  private volatile @Nullable IdLookup ids;

  /**
   * The rows of a record.
   *
   * @param identity that no other rows have
   */
  DeltaSegment(String identity, DeltaRows rows) {
    this.identity = identity;
    this.rows = rows;
  }

  @Override
  public String identity() {
    return identity;
  }

  @Override
  public int rows() {
    return rows.rows();
  }

  @Override
  public Column column(ColumnSpec spec) {
    return columns.computeIfAbsent(spec, this::decoded);
  }

  @Override
  public Column take(ColumnSpec spec, int[] wanted) {
    Column all = column(spec);
    ColumnBuilder taken = new ColumnBuilder(spec.type(), wanted.length);
    for (int i = 0; i < wanted.length; i++) {
      taken.copy(i, all, wanted[i]);
    }
    return taken.build();
  }

  @Override
  public IdLookup ids() {
    IdLookup known = ids;
    if (known == null) {
      known = new IdLookup((Column.Texts) column(ColumnSpec.ID), rows());
      ids = known;
    }
    return known;
  }

  @Override
  public NodeLookup atNodes(ColumnSpec end) {
    return new NodeLookup((Column.Texts) column(end), rows());
  }

  @Override
  public TupleLookup tuples(List<ColumnSpec> specs) {
    return new TupleLookup(specs.stream().map(this::column).toList(), rows());
  }

  private Column decoded(ColumnSpec spec) {
    JsonNode values = rows.columns().get(spec.name());
    return values == null
        ? ColumnBuilder.nulls(spec.type())
        : DeltaValues.decode(values, spec.type(), rows());
  }
}
