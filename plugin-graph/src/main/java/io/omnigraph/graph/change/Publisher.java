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
    faults.reached(GraphFaults.WRITE_STAGED);
    SortedMap<String, TableEntry> entries = new TreeMap<>(head.commit().tables());
    SortedMap<String, TableCounts> counts = new TreeMap<>();
    for (StagedTable table : work.changed()) {
      String key = table.type().tableKey();
      entries.put(key, written(head, table));
      counts.put(key, table.counts());
    }
    faults.reached(GraphFaults.WRITE_FLUSHED);
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
            counts,
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

  private TableEntry written(Head head, StagedTable table) {
    TableEntry entry = head.commit().table(table.type().tableKey());
    if (table.staged().isEmpty() && table.current().liveCount() == 0) {
      return entry.written(null, head.branch());
    }
    String fresh = "tables/" + entry.id() + "/" + UlidCreator.getMonotonicUlid();
    TableData data = tables.write(entry.data(), table.dead(), table.toStore(), fresh);
    return entry.written(data, head.branch());
  }
}
