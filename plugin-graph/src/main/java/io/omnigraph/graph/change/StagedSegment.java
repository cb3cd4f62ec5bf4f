package io.omnigraph.graph.change;

import io.omnigraph.graph.column.ColumnBuilder;
import io.omnigraph.graph.column.ColumnSpec;
import io.omnigraph.graph.lance.Rows;
import io.omnigraph.graph.snapshot.Column;
import io.omnigraph.graph.table.Lookups;
import io.omnigraph.graph.table.Segment;
import io.omnigraph.graph.table.TableLayout;
import io.omnigraph.schema.catalog.Property;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The rows that a transaction has staged so far, as a segment like any other. */
final class StagedSegment implements Segment {

  private final TableLayout layout;
  private final List<StagedRow> rows;
  private final Map<String, Integer> byId;
  private final Map<ColumnSpec, Column> columns = new ConcurrentHashMap<>();

  StagedSegment(TableLayout layout, Iterable<StagedRow> rows, int count) {
    this.layout = layout;
    List<StagedRow> all = new ArrayList<>(count);
    this.byId = HashMap.newHashMap(count);
    for (StagedRow row : rows) {
      byId.put(row.id(), all.size());
      all.add(row);
    }
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
  public int rows() {
    return rows.size();
  }

  @Override
  public Column column(ColumnSpec spec) {
    return columns.computeIfAbsent(spec, this::build);
  }

  @Override
  public int find(String id) {
    return byId.getOrDefault(id, -1);
  }

  @Override
  public Map<String, int[]> rowsByNode(ColumnSpec end) {
    return Lookups.byNode((Column.Texts) column(end), rows());
  }

  @Override
  public Map<List<Object>, Integer> rowsByTuple(List<ColumnSpec> specs) {
    return Lookups.byTuple(specs.stream().map(this::column).toList(), rows());
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
