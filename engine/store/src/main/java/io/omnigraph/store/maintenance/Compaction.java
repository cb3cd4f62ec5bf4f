package io.omnigraph.store.maintenance;

import io.omnigraph.graph.column.ColumnSpec;
import io.omnigraph.graph.column.RowBuffer;
import io.omnigraph.graph.column.Values;
import io.omnigraph.graph.snapshot.Column;
import io.omnigraph.store.commit.TableEntry.TableData;
import io.omnigraph.store.lance.FragmentSink;
import io.omnigraph.store.table.TableLayout;
import io.omnigraph.store.table.TableRows;
import io.omnigraph.store.table.TableRows.Slice;
import io.omnigraph.store.table.TableStore;
import io.omnigraph.store.table.TableStore.Target;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * Stores the live rows of a table's small fragments, and of those with many dead rows, in new
 * fragments. Large fragments are left alone, so that the cost follows what was written since the
 * last time.
 */
final class Compaction {

  /** Fragments with fewer live rows are small. */
  private static final int SMALL = 1 << 18;

  /** A fragment is stored anew when one row in so many is dead. */
  private static final int DEAD_SHARE = 10;

  private final TableStore tables;
  private final TableLayout layout;
  private final TableData data;
  private final TableRows rows;

  Compaction(TableStore tables, TableLayout layout, TableData data) {
    this.tables = tables;
    this.layout = layout;
    this.data = data;
    this.rows = tables.rows(data);
  }

  /** The same table when there is nothing to do. */
  TableData run() {
    List<Integer> chosen = chosen();
    if (chosen.isEmpty()) {
      return data;
    }
    List<ColumnSpec> specs = layout.all();
    FragmentSink sink = tables.sink(data.dataset(), specs);
    BitSet dead = new BitSet();
    for (int slice : chosen) {
      copy(rows.slices().get(slice), specs, sink);
      dead.set(rows.start(slice), rows.start(slice + 1));
    }
    for (int row = dead.nextSetBit(0); row >= 0; row = dead.nextSetBit(row + 1)) {
      if (!rows.isLive(row)) {
        dead.clear(row);
      }
    }
    return tables.write(data, dead, Optional.of(sink.finish()), new Target(data.dataset(), specs));
  }

  private List<Integer> chosen() {
    List<Integer> small = new ArrayList<>();
    List<Integer> chosen = new ArrayList<>();
    for (int i = 0; i < rows.slices().size(); i++) {
      Slice slice = rows.slices().get(i);
      int all = slice.segment().rows();
      int gone = slice.dead().cardinality();
      if (gone > 0 && gone * (long) DEAD_SHARE >= all) {
        chosen.add(i);
      } else if (all - gone < SMALL) {
        small.add(i);
      }
    }
    if (small.size() > 1 || data.overlay() != null || !chosen.isEmpty()) {
      chosen.addAll(small);
    }
    return chosen.stream().sorted().toList();
  }

  private static void copy(Slice slice, List<ColumnSpec> specs, FragmentSink sink) {
    List<Column> columns = specs.stream().map(slice.segment()::column).toList();
    RowBuffer buffer = new RowBuffer(specs);
    for (int row = 0; row < slice.segment().rows(); row++) {
      if (!slice.dead().get(row)) {
        for (int i = 0; i < specs.size(); i++) {
          if (!columns.get(i).isNull(row)) {
            buffer.cells(i).add(Values.at(columns.get(i), row));
          }
        }
        buffer.endRow();
        if (buffer.isFull()) {
          sink.add(buffer);
          buffer = new RowBuffer(specs);
        }
      }
    }
    sink.add(buffer);
  }
}
