package io.omnigraph.store.change;

import io.omnigraph.graph.World;
import io.omnigraph.graph.write.WriteRequest;
import io.omnigraph.store.commit.CommitRecord;
import io.omnigraph.store.commit.TableCounts;
import io.omnigraph.store.commit.TableEntry;
import io.omnigraph.store.commit.TableEntry.TableData;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A checked transaction with its place in the history, before its rows are written.
 *
 * @param work what it does
 * @param record the commit to be; of the tables that the work has changed it says everything but
 *     where their rows are
 */
record Draft(Workspace work, CommitRecord record) {

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
    return new Draft(work, new PreparedChange(entries, counts).on(base, by, world));
  }

  /** The commit as it is to be stored, when it is known where rows are. */
  CommitRecord finished(Map<String, @Nullable TableData> data) {
    SortedMap<String, TableEntry> entries = new TreeMap<>(record.tables());
    entries.replaceAll(
        (key, entry) -> data.containsKey(key) ? entry.withData(data.get(key)) : entry);
    return record.withTables(entries);
  }
}
