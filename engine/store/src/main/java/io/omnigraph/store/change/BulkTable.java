package io.omnigraph.store.change;

import io.omnigraph.graph.column.RowBuffer;
import io.omnigraph.store.commit.TableCounts;
import io.omnigraph.store.commit.TableEntry;
import io.omnigraph.store.commit.TableEntry.TableData;
import io.omnigraph.store.lance.Addition;
import io.omnigraph.store.lance.FragmentSink;
import io.omnigraph.store.lance.StagedFragments;
import io.omnigraph.store.table.TableLayout;
import io.omnigraph.store.table.TableRows;
import io.omnigraph.store.table.TableStore;
import java.util.BitSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A table in a bulk write: which stored rows go, and the new ones in files. */
final class BulkTable {

  private final TableStore tables;
  private final TableLayout layout;
  private final String dataset;
  private TableRows base;
  private BitSet replaced = new BitSet();
  private final BitSet replacedStaged = new BitSet();
  private boolean isCleared;
  private @Nullable FragmentSink sink;
  private @Nullable StagedFragments staged;

  BulkTable(TableStore tables, TableLayout layout, TableEntry entry) {
    this.tables = tables;
    this.layout = layout;
    this.base = tables.rows(entry.data());
    TableData data = entry.data();
    this.dataset = data == null ? tables.freshDataset(entry) : data.dataset();
  }

  TableRows base() {
    return base;
  }

  TableLayout layout() {
    return layout;
  }

  RowBuffer buffer() {
    return new RowBuffer(layout.all());
  }

  void stage(RowBuffer rows) {
    FragmentSink open = sink;
    if (open == null) {
      open = tables.sink(dataset, layout.all());
      sink = open;
    }
    open.add(rows);
  }

  void replaceStored(int row) {
    replaced.set(row);
  }

  void replaceStaged(int row) {
    replacedStaged.set(row);
  }

  void clear() {
    isCleared = true;
  }

  boolean isCleared() {
    return isCleared;
  }

  boolean isKept(int row) {
    return !isCleared && !replaced.get(row);
  }

  /** Waits until all rows are in files. */
  void finish() {
    FragmentSink open = sink;
    if (open != null) {
      sink = null;
      staged = open.finish();
    }
  }

  /** Whether the rows in files can become rows of a later state of the table. */
  boolean canMoveTo(TableEntry later) {
    TableData data = later.data();
    return !isCleared && data != null && data.dataset().equals(dataset);
  }

  /**
   * Puts the write on a later state of the table.
   *
   * @param ids of rows that others have added or changed and that this write has rows for too
   */
  void moveTo(TableEntry later, Set<String> ids) {
    TableRows now = tables.rows(later.data());
    BitSet moved = new BitSet();
    for (int row = replaced.nextSetBit(0); row >= 0; row = replaced.nextSetBit(row + 1)) {
      setLive(moved, now, base.id(row));
    }
    ids.forEach(id -> setLive(moved, now, id));
    base = now;
    replaced = moved;
  }

  private static void setLive(BitSet rows, TableRows table, String id) {
    int row = table.rowOf(id);
    if (row >= 0) {
      rows.set(row);
    }
  }

  /** The rows in files; empty before the end, and when there are none. */
  Optional<StagedFragments> staged() {
    return Optional.ofNullable(staged);
  }

  boolean isChanged() {
    return staged != null || (isCleared && base.liveCount() > 0);
  }

  /** What a commit is to do. */
  TableChange change() {
    BitSet dead = dead();
    Optional<Addition> added = staged().map(rows -> rows.without(replacedStaged));
    int live = added.map(Addition::count).orElse(0);
    int updated = replaced.cardinality();
    TableCounts counts = new TableCounts(live - updated, updated, dead.cardinality() - updated);
    boolean isEmptied = live == 0 && base.liveCount() == dead.cardinality();
    return new TableChange(layout, dead, added, counts, isEmptied);
  }

  private BitSet dead() {
    BitSet dead = (BitSet) replaced.clone();
    if (isCleared) {
      for (int row = 0; row < base.size(); row++) {
        if (base.isLive(row)) {
          dead.set(row);
        }
      }
    }
    return dead;
  }
}
