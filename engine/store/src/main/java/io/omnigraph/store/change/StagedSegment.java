package io.omnigraph.store.change;

import io.omnigraph.graph.column.ColumnBuilder;
import io.omnigraph.graph.column.ColumnSpec;
import io.omnigraph.graph.snapshot.Column;
import io.omnigraph.schema.catalog.Property;
import io.omnigraph.store.lance.Rows;
import io.omnigraph.store.table.IdLookup;
import io.omnigraph.store.table.NodeLookup;
import io.omnigraph.store.table.Segment;
import io.omnigraph.store.table.TableLayout;
import io.omnigraph.store.table.TupleLookup;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The rows that a transaction has staged so far, as a segment like any other. */
final class StagedSegment implements Segment {

  private final TableLayout layout;
  private final List<StagedRow> rows;
  private final Map<ColumnSpec, Column> columns = new ConcurrentHashMap<>();
  private volatile @Nullable IdLookup ids;

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
  public Column column(ColumnSpec spec) {
    return columns.computeIfAbsent(spec, this::build);
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

  private Column build(ColumnSpec spec) {
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
