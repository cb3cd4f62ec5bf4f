package io.omnigraph.graph.table;

import io.omnigraph.graph.column.ColumnBuilder;
import io.omnigraph.graph.column.ColumnSpec;
import io.omnigraph.graph.snapshot.Column;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** The rows of a table in one state, numbered from 0 through all its segments. Immutable. */
public final class TableRows {

  /** A table without rows. */
  public static final TableRows EMPTY = new TableRows(List.of());

  private final List<Slice> slices;
  private final int[] starts;
  private final int liveCount;
  private volatile Column.@Nullable Texts ids;

  /** The rows of some segments, one after the other. */
  public TableRows(List<Slice> slices) {
    this.slices = List.copyOf(slices);
    this.starts = new int[slices.size() + 1];
    int live = 0;
    for (int i = 0; i < slices.size(); i++) {
      Slice slice = slices.get(i);
      starts[i + 1] = Math.addExact(starts[i], slice.segment().rows());
      live += slice.segment().rows() - slice.dead().cardinality();
    }
    this.liveCount = live;
  }

  /** The segments, in order. */
  public List<Slice> slices() {
    return slices;
  }

  /** The row at which a segment begins. */
  public int start(int slice) {
    return starts[slice];
  }

  /** One more than the highest row number. */
  public int size() {
    return starts[slices.size()];
  }

  /** The number of live rows. */
  public int liveCount() {
    return liveCount;
  }

  /** Whether a row is live. */
  public boolean isLive(int row) {
    int slice = slice(row);
    return !slices.get(slice).dead().get(row - starts[slice]);
  }

  /** The id of a row. */
  public String id(int row) {
    return ids().get(row);
  }

  /** The live row with an id; -1 when there is none. */
  public int rowOf(String id) {
    for (int i = slices.size() - 1; i >= 0; i--) {
      Slice slice = slices.get(i);
      int found = slice.segment().find(id);
      if (found >= 0 && !slice.dead().get(found)) {
        return starts[i] + found;
      }
    }
    return -1;
  }

  /** Whether a row is the very row of another state: written once, and not touched since. */
  public boolean isSameRow(int row, TableRows other, int otherRow) {
    int slice = slice(row);
    int otherSlice = other.slice(otherRow);
    return row - starts[slice] == otherRow - other.starts[otherSlice]
        && slices
            .get(slice)
            .segment()
            .identity()
            .equals(other.slices.get(otherSlice).segment().identity());
  }

  /** The values of a column. */
  public Column column(ColumnSpec spec) {
    List<Column> parts = slices.stream().map(s -> s.segment().column(spec)).toList();
    return SegmentedColumns.of(spec.type(), parts, starts);
  }

  /** The values of a column in the live rows alone, in their order. */
  public Column live(ColumnSpec spec) {
    Column all = column(spec);
    ColumnBuilder builder = new ColumnBuilder(spec.type(), liveCount);
    int next = 0;
    for (int row = 0; row < size(); row++) {
      if (isLive(row)) {
        builder.setChecked(next++, all.isNull(row) ? null : Values.at(all, row));
      }
    }
    return builder.build();
  }

  /** Passes on each live row whose value in a column of node ids is the given one. */
  public void eachAtNode(ColumnSpec end, String node, IntConsumer action) {
    for (int i = 0; i < slices.size(); i++) {
      Slice slice = slices.get(i);
      int[] found = slice.segment().rowsByNode(end).get(node);
      if (found != null) {
        for (int row : found) {
          if (!slice.dead().get(row)) {
            action.accept(starts[i] + row);
          }
        }
      }
    }
  }

  /** The live row with a tuple of values in columns that are unique; -1 when there is none. */
  public int rowOf(List<ColumnSpec> columns, List<Object> tuple) {
    for (int i = slices.size() - 1; i >= 0; i--) {
      Slice slice = slices.get(i);
      Map<List<Object>, Integer> rows = slice.segment().rowsByTuple(columns);
      Integer found = rows.get(tuple);
      if (found != null && !slice.dead().get(found)) {
        return starts[i] + found;
      }
    }
    return -1;
  }

  private Column.Texts ids() {
    Column.Texts known = ids;
    if (known == null) {
      known = (Column.Texts) column(ColumnSpec.ID);
      ids = known;
    }
    return known;
  }

  private int slice(int row) {
    return SegmentedColumns.partOf(starts, row);
  }

  /**
   * A segment in a table.
   *
   * @param dead its rows that are deleted or replaced; never changed
   */
  public record Slice(Segment segment, BitSet dead) {}
}
