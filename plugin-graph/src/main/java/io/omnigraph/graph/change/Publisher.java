package io.omnigraph.graph.change;

import com.github.f4b6a3.ulid.UlidCreator;
import io.omnigraph.api.fault.FaultPoints;
import io.omnigraph.graph.store.CommitRecord;
import io.omnigraph.graph.store.GraphFaults;
import io.omnigraph.graph.store.GraphStore;
import io.omnigraph.graph.store.Head;
import io.omnigraph.graph.store.TableCounts;
import io.omnigraph.graph.store.TableEntry;
import io.omnigraph.graph.store.TableEntry.TableData;
import io.omnigraph.graph.table.TableStore;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Makes a transaction durable and then visible: rows, commit, and last the ref. Until the ref is
 * swapped nothing of it can be seen, and what a crash leaves behind is never looked at.
 */
public final class Publisher {

  private final GraphStore store;
  private final TableStore tables;
  private final FaultPoints faults;
  private final InstantSource clock;

  /** Publishes into a graph. */
  public Publisher(GraphStore store, TableStore tables, FaultPoints faults, InstantSource clock) {
    this.store = store;
    this.tables = tables;
    this.faults = faults;
    this.clock = clock;
  }

  /**
   * Publishes a checked transaction.
   *
   * @param head what the transaction began at
   * @param actor absent when nobody is named
   * @return the commit; empty when the branch was moved meanwhile, and then nothing is visible
   */
  public Optional<CommitRecord> publish(
      Head head, Workspace work, @Nullable String actor, String operation) {
    List<TableChange> changes = work.changed().stream().map(StagedTable::change).toList();
    return publish(head, prepare(head, changes), actor, operation);
  }

  /** Makes the rows of a checked bulk write durable. */
  public PreparedChange prepare(Head head, BulkWorkspace work) {
    return prepare(head, work.changes());
  }

  private PreparedChange prepare(Head head, List<TableChange> changes) {
    faults.reached(GraphFaults.WRITE_STAGED);
    SortedMap<String, TableEntry> entries = new TreeMap<>();
    SortedMap<String, TableCounts> counts = new TreeMap<>();
    for (TableChange change : changes) {
      entries.put(change.tableKey(), written(head, change));
      counts.put(change.tableKey(), change.counts());
    }
    faults.reached(GraphFaults.WRITE_FLUSHED);
    return new PreparedChange(entries, counts);
  }

  /**
   * Publishes what is durable already.
   *
   * @param head where every table that the write depends on is as it was when the write began
   * @return as for a transaction
   */
  public Optional<CommitRecord> publish(
      Head head, PreparedChange change, @Nullable String actor, String operation) {
    SortedMap<String, TableEntry> entries = new TreeMap<>(head.commit().tables());
    entries.putAll(change.entries());
    CommitRecord base = head.commit();
    CommitRecord next =
        new CommitRecord(
            CommitRecord.FORMAT,
            UlidCreator.getMonotonicUlid().toString(),
            head.branch(),
            base.version() + 1,
            base.id(),
            null,
            actor,
            micros(clock.instant()),
            operation,
            base.schema(),
            base.nextTable(),
            entries,
            change.counts(),
            base.destroyed(),
            null);
    return land(head, next);
  }

  /**
   * Makes a commit visible whose rows are all on disk.
   *
   * @param head what the commit follows
   * @return the commit; empty when the branch was moved meanwhile, and then nothing is visible
   */
  public Optional<CommitRecord> land(Head head, CommitRecord next) {
    store.writeCommit(next);
    faults.reached(GraphFaults.WRITE_COMMIT_WRITTEN);
    if (!store.moveBranch(head, next)) {
      store.discardCommit(next);
      return Optional.empty();
    }
    faults.reached(GraphFaults.WRITE_REF_SWAPPED);
    return Optional.of(next);
  }

  /** Microseconds since 1970-01-01T00:00Z. */
  public static long micros(Instant instant) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
  }

  private TableEntry written(Head head, TableChange change) {
    TableEntry entry = head.commit().table(change.tableKey());
    if (change.isEmptied()) {
      return entry.written(null, head.branch());
    }
    String fresh = change.dataset().orElseGet(() -> freshDataset(entry));
    TableData data = tables.write(entry.data(), change.dead(), change.added(), fresh);
    return entry.written(data, head.branch());
  }

  /** A place for a new dataset of a table, where nothing is yet. */
  static String freshDataset(TableEntry table) {
    return "tables/" + table.id() + "/" + UlidCreator.getMonotonicUlid();
  }
}
