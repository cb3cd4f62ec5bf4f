package io.omnigraph.store.table;

import io.omnigraph.graph.column.ColumnBuilder;
import io.omnigraph.graph.column.ColumnSpec;
import io.omnigraph.graph.snapshot.Column;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Few rows that are held in memory; each column is built when it is asked for first. Thread-safe.
 */
public abstract class HeldSegment implements Segment {

  private final Map<ColumnSpec, Column> columns = new ConcurrentHashMap<>();
  private volatile @Nullable IdLookup ids;

  /** Makes a column out of the rows. */
  protected abstract Column build(ColumnSpec spec);

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
}
