package io.omnigraph.store.change;

import com.github.f4b6a3.ulid.UlidCreator;
import io.omnigraph.graph.write.WriteRequest;
import io.omnigraph.ground.fault.FaultPoints;
import io.omnigraph.store.commit.CommitRecord;
import io.omnigraph.store.commit.GraphFaults;
import io.omnigraph.store.commit.GraphStore;
import io.omnigraph.store.commit.Head;
import io.omnigraph.store.commit.TableCounts;
import io.omnigraph.store.commit.TableEntry;
import io.omnigraph.store.commit.TableEntry.TableData;
import io.omnigraph.store.table.TableStore;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Makes transactions durable and then visible: rows, commits, and last the ref. Until the ref is
 * swapped nothing of them can be seen, and what a crash leaves behind is never looked at.
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
   * Publishes a checked transaction that began with the head of a branch.
   *
   * @return the commit; empty when the branch was moved meanwhile, and then nothing is visible
   */
  public Optional<CommitRecord> publish(Head head, Workspace work, WriteRequest by) {
    return publish(head, List.of(Draft.next(work, by, clock.instant()))).map(List::getLast);
  }

  /**
   * Publishes transactions together.
   *
   * @param head what the first of them began with
   * @param drafts each on the state that the one before it has left; at least one
   * @return their commits; empty when the branch was moved meanwhile, and then nothing is visible
   */
  Optional<List<CommitRecord>> publish(Head head, List<Draft> drafts) {
    faults.reached(GraphFaults.WRITE_STAGED);
    List<CommitRecord> commits = finished(head, drafts);
    faults.reached(GraphFaults.WRITE_FLUSHED);
    return swap(head, commits) ? Optional.of(commits) : Optional.empty();
  }

  /** Makes the rows of a checked bulk write durable. */
  public PreparedChange prepare(Head head, BulkWorkspace work) {
    faults.reached(GraphFaults.WRITE_STAGED);
    SortedMap<String, TableEntry> entries = new TreeMap<>();
    SortedMap<String, TableCounts> counts = new TreeMap<>();
    for (TableChange change : work.changes()) {
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
  public Optional<CommitRecord> publish(Head head, PreparedChange change, WriteRequest by) {
    return land(head, change.on(head.commit(), by, clock.instant()));
  }

  /** Microseconds since 1970-01-01T00:00Z. */
  public static long micros(Instant instant) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
  }

  /** A place for a new dataset of a table, where nothing is yet. */
  static String freshDataset(TableEntry table) {
    return "tables/" + table.id() + "/" + UlidCreator.getMonotonicUlid();
  }

  /**
   * Makes a commit visible whose rows are all on disk.
   *
   * @param head what the commit follows
   * @return the commit; empty when the branch was moved meanwhile, and then nothing is visible
   */
  public Optional<CommitRecord> land(Head head, CommitRecord next) {
    return swap(head, List.of(next)) ? Optional.of(next) : Optional.empty();
  }

  private boolean swap(Head head, List<CommitRecord> commits) {
    store.writeCommits(commits);
    faults.reached(GraphFaults.WRITE_COMMIT_WRITTEN);
    if (!store.moveBranch(head, commits.getLast())) {
      commits.forEach(store::discardCommit);
      return false;
    }
    faults.reached(GraphFaults.WRITE_REF_SWAPPED);
    return true;
  }

  /** Writes all rows; the commits then say where they are. */
  private List<CommitRecord> finished(Head head, List<Draft> drafts) {
    SortedMap<String, List<StagedTable>> steps = new TreeMap<>();
    for (Draft draft : drafts) {
      for (StagedTable table : draft.work().changed()) {
        steps.computeIfAbsent(table.type().tableKey(), _ -> new ArrayList<>()).add(table);
      }
    }
    Map<String, Iterator<@Nullable TableData>> written = new HashMap<>();
    steps.forEach((key, changes) ->
        written.put(key, GroupedTable.write(tables, head.commit().table(key), changes).iterator()));
    List<CommitRecord> commits = new ArrayList<>();
    Map<String, @Nullable TableData> latest = new HashMap<>();
    for (Draft draft : drafts) {
      Set<String> changed = draft.record().changes().keySet();
      written.forEach((key, states) -> {
        if (changed.contains(key)) {
          latest.put(key, states.next());
        }
      });
      commits.add(draft.finished(latest));
    }
    return commits;
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
}
