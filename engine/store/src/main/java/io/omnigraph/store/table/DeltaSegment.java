package io.omnigraph.store.table;

import com.fasterxml.jackson.databind.JsonNode;
import io.omnigraph.graph.column.ColumnBuilder;
import io.omnigraph.graph.column.ColumnSpec;
import io.omnigraph.graph.snapshot.Column;
import io.omnigraph.store.commit.DeltaRows;

/** The rows that a commit has written into its own record. They are few, and held in memory. */
final class DeltaSegment extends HeldSegment {

  private final String identity;
  private final DeltaRows rows;

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
  protected Column build(ColumnSpec spec) {
    JsonNode values = rows.columns().get(spec.name());
    return values == null
        ? ColumnBuilder.nulls(spec.type())
        : DeltaValues.decode(values, spec.type(), rows());
  }
}
