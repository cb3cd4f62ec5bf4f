package io.omnigraph.store.change;

import io.omnigraph.graph.World;
import io.omnigraph.graph.write.WriteRequest;
import io.omnigraph.store.commit.CommitRecord;
import io.omnigraph.store.commit.TableCounts;
import io.omnigraph.store.commit.TableEntry;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a write is about to publish. Its rows are durable, in versions of their tables that no
 * commit names; it can be published on any head where those tables are as they were.
 *
 * @param entries the tables that change, by key, as they will be
 * @param counts what becomes of them, by the same keys
 */
public record PreparedChange(
    SortedMap<String, TableEntry> entries, SortedMap<String, TableCounts> counts) {

  public PreparedChange {
    entries = Collections.unmodifiableSortedMap(new TreeMap<>(entries));
    counts = Collections.unmodifiableSortedMap(new TreeMap<>(counts));
  }

  /** The commit that follows another one with this change. */
  CommitRecord on(CommitRecord base, WriteRequest by, World world) {
    SortedMap<String, TableEntry> tables = new TreeMap<>(base.tables());
    tables.putAll(entries);
    return new CommitRecord(
        CommitRecord.FORMAT,
        world.freshId(),
        by.branch(),
        base.version() + 1,
        base.id(),
        null,
        by.actor(),
        Publisher.micros(world.now()),
        by.operation(),
        base.schema(),
        base.nextTable(),
        tables,
        counts,
        base.destroyed(),
        by.message(),
        new TreeMap<>());
  }
}
