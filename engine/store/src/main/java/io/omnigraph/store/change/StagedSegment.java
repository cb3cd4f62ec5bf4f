package io.omnigraph.store.change;

import io.omnigraph.graph.column.ColumnBuilder;
import io.omnigraph.graph.column.ColumnSpec;
import io.omnigraph.graph.snapshot.Column;
import io.omnigraph.schema.catalog.Property;
import io.omnigraph.store.lance.Rows;
import io.omnigraph.store.table.HeldSegment;
import io.omnigraph.store.table.TableLayout;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows that a transaction has staged so far, as a segment like any other. */
final class StagedSegment extends HeldSegment {

  private final TableLayout layout;
  private final List<StagedRow> rows;

  StagedSegment(TableLayout layout, Iterable<StagedRow> rows, int count) {
    this.layout = layout;
    List<StagedRow> all = new ArrayList<>(count);
    rows.forEach(all::add);
    this.rows = all;
  }

  /** The rows in the form in which they are stored. */
  Rows toStore() {
    List<ColumnSpec> specs = layout.all();
    return new Rows(specs, specs.stream().map(this::column).toList(), rows());
  }

  @Override
  public Object identity() {
    return this;
  }

  @Override
  public boolean isStaged() {
    return true;
  }

  @Override
  public int rows() {
    return rows.size();
  }

  @Override
  protected Column build(ColumnSpec spec) {
    ColumnBuilder builder = new ColumnBuilder(spec.type(), rows.size());
    String name = name(spec);
    for (int i = 0; i < rows.size(); i++) {
      builder.setChecked(i, value(rows.get(i), spec, name));
    }
    return builder.build();
  }

  private static @Nullable Object value(StagedRow row, ColumnSpec spec, String property) {
    if (spec.equals(ColumnSpec.ID)) {
      return row.id();
    }
    if (spec.equals(ColumnSpec.SOURCE)) {
      return row.source();
    }
    return spec.equals(ColumnSpec.TARGET) ? row.target() : row.values().get(property);
  }

  private String name(ColumnSpec spec) {
    return layout.type().properties().stream()
        .map(Property::name)
        .filter(p -> layout.column(p).equals(spec))
        .findFirst()
        .orElse("");
  }
}
