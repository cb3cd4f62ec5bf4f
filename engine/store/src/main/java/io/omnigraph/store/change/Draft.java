package io.omnigraph.store.change;

import io.omnigraph.graph.World;
import io.omnigraph.graph.write.WriteRequest;
import io.omnigraph.store.commit.CommitRecord;
import io.omnigraph.store.commit.DeltaRows;
import io.omnigraph.store.commit.TableCounts;
import io.omnigraph.store.commit.TableEntry;
import io.omnigraph.store.commit.TableEntry.TableData;
import io.omnigraph.store.table.TableRows;
import io.omnigraph.store.table.TableStore;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A checked transaction with its place in the history, before its rows are written.
 *
 * @param work what it does
 * @param record the commit to be; of the tables that the work has changed it says everything but
 *     where their rows are, unless they are inlined
 * @param inlined the tables whose changes are in the record, by key
 */
record Draft(Workspace work, CommitRecord record, SortedMap<String, InlinedTable> inlined) {

  Draft {
    inlined = Collections.unmodifiableSortedMap(new TreeMap<>(inlined));
  }

  /** The next commit of a branch. */
  static Draft next(Workspace work, WriteRequest by, World world) {
    CommitRecord base = work.ground().commit();
    SortedMap<String, TableEntry> entries = new TreeMap<>();
    SortedMap<String, TableCounts> counts = new TreeMap<>();
    for (StagedTable table : work.changed()) {
      String key = table.type().tableKey();
      TableEntry before = base.table(key);
      entries.put(key, before.written(before.data(), by.branch()));
      counts.put(key, table.counts());
    }
    return new Draft(
        work, new PreparedChange(entries, counts).on(base, by, world), new TreeMap<>());
  }

  /** The same transaction with those of its changes in the record that are small enough. */
  Draft inlined(TableStore tables) {
    SortedMap<String, InlinedTable> small = new TreeMap<>();
    SortedMap<String, TableEntry> entries = new TreeMap<>(record.tables());
    SortedMap<String, DeltaRows> deltas = new TreeMap<>();
    for (StagedTable table : work.changed()) {
      String key = table.type().tableKey();
      TableEntry entry = record.table(key);
      InlinedTable.of(tables, entry.data(), table, record.id())
          .ifPresent(inline -> {
            small.put(key, inline);
            entries.put(key, entry.withData(inline.layered().data()));
            DeltaRows delta = inline.delta();
            if (delta != null) {
              deltas.put(entry.id(), delta);
            }
          });
    }
    return new Draft(work, record.withTables(entries, deltas), small);
  }

  /** Whether every change is in the record. */
  boolean isInlined() {
    return work.changed().stream().allMatch(t -> inlined.containsKey(t.type().tableKey()));
  }

  /** The rows of a table that the work has changed, as they are afterwards. */
  TableRows rows(StagedTable table) {
    InlinedTable inline = inlined.get(table.type().tableKey());
    return inline == null ? table.current() : inline.layered().rows();
  }

  /** The commit as it is to be stored, when it is known where rows are. */
  CommitRecord finished(Map<String, @Nullable TableData> data) {
    SortedMap<String, TableEntry> entries = new TreeMap<>(record.tables());
    entries.replaceAll(
        (key, entry) -> data.containsKey(key) ? entry.withData(data.get(key)) : entry);
    return record.withTables(entries);
  }
}
