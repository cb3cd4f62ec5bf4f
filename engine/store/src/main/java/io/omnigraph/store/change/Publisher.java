package io.omnigraph.store.change;

import io.omnigraph.graph.write.WriteRequest;
import io.omnigraph.ground.fault.FaultPoints;
import io.omnigraph.store.commit.CommitRecord;
import io.omnigraph.store.commit.GraphFaults;
import io.omnigraph.store.commit.GraphStore;
import io.omnigraph.store.commit.Head;
import io.omnigraph.store.commit.TableCounts;
import io.omnigraph.store.commit.TableEntry;
import io.omnigraph.store.commit.TableEntry.TableData;
import io.omnigraph.store.lance.LanceStore;
import io.omnigraph.store.lance.VersionFiles;
import io.omnigraph.store.table.TableStore;
import io.omnigraph.store.table.TableStore.Target;
import java.time.Instant;
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
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Makes transactions durable and then visible: rows, commits, and last the ref. Until the ref is
 * swapped nothing of them can be seen, and what a crash leaves behind is never looked at.
 */
public final class Publisher {

  private final GraphStore store;
  private final TableStore tables;
  private final FaultPoints faults;

  /** Publishes into a graph. */
  public Publisher(GraphStore store, TableStore tables, FaultPoints faults) {
    this.store = store;
    this.tables = tables;
    this.faults = faults;
  }

  /**
   * Publishes a checked transaction that began with the head of a branch.
   *
   * @return the commit; empty when the branch was moved meanwhile, and then nothing is visible
   */
  public Optional<CommitRecord> publish(Head head, Workspace work, WriteRequest by) {
    return publish(head, List.of(draft(work, by))).map(List::getLast);
  }

  /** A checked transaction as it is to be published. */
  Draft draft(Workspace work, WriteRequest by) {
    Draft draft = Draft.next(work, by, store.world());
    return store.hasDeltas() ? draft.inlined(tables) : draft;
  }

  /** Whether a transaction may share its publication with others. */
  boolean isShared(Draft draft) {
    return !store.hasDeltas() || draft.isInlined();
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
    return land(head, change.on(head.commit(), by, store.world()));
  }

  /**
   * Whether files that were written a while ago are there to stay.
   *
   * @param start of the branch, before the first of them was written
   * @param now where the branch is to be moved from, read after the last of them was written
   * @param entries the tables that have them
   */
  public boolean stands(Head start, Head now, SortedMap<String, TableEntry> entries) {
    if (now.isUndisturbedSince(start)) {
      return true;
    }
    Set<String> doomed = store.releases().doomedFiles();
    return entries.entrySet().stream()
        .allMatch(entry -> stands(entry.getValue().data(), now, entry.getKey(), doomed));
  }

  private boolean stands(@Nullable TableData data, Head now, String key, Set<String> doomed) {
    TableEntry before = now.commit().tables().get(key);
    TableData known = before == null ? null : before.data();
    if (data == null || data.equals(known)) {
      return true;
    }
    if (!store.storage().exists(LanceStore.manifest(data.dataset(), data.number()))) {
      return false;
    }
    VersionFiles all = tables.files(data);
    Set<String> files = new TreeSet<>(all.files().keySet());
    Set<String> directories = new TreeSet<>(all.directories());
    if (known != null) {
      files.removeAll(tables.files(known).files().keySet());
      directories.removeAll(tables.files(known).directories());
    }
    return files.stream().allMatch(f -> !doomed.contains(f) && store.storage().exists(f))
        && directories.stream()
            .allMatch(directory ->
                doomed.stream().noneMatch(file -> file.startsWith(directory))
                    && !store.storage().tree(directory).isEmpty());
  }

  /** Whether a cleanup has given up the rows of a commit. */
  public boolean isGivenUp(CommitRecord commit) {
    return store.releases().contains(commit.id());
  }

  /** Microseconds since 1970-01-01T00:00Z. */
  public static long micros(Instant instant) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
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
    if (!store.moveBranch(head, commits.getLast()) && !swapMarked(head, commits)) {
      commits.forEach(store::discardCommit);
      return false;
    }
    faults.reached(GraphFaults.WRITE_REF_SWAPPED);
    return true;
  }

  /**
   * Swaps a ref after a cleanup has marked it and nobody has moved it, which needs nothing to be
   * done again as long as the cleanup does not reach for what was written.
   */
  private boolean swapMarked(Head head, List<CommitRecord> commits) {
    Head last = head;
    for (int attempt = 0; attempt < BranchWriter.ATTEMPTS; attempt++) {
      Optional<Head> found = store.head(head.branch());
      if (found.isEmpty()
          || !found.get().commit().id().equals(head.commit().id())
          || found.get().isUndisturbedSince(last)) {
        return false;
      }
      Head now = found.get();
      for (CommitRecord commit : commits) {
        if (store.releases().isDoomed(commit.id()) || !stands(head, now, commit.tables())) {
          return false;
        }
      }
      if (store.moveBranch(now, commits.getLast())) {
        return true;
      }
      last = now;
    }
    return false;
  }

  /** Writes all rows; the commits then say where they are. */
  private List<CommitRecord> finished(Head head, List<Draft> drafts) {
    SortedMap<String, List<StagedTable>> steps = new TreeMap<>();
    for (Draft draft : drafts) {
      for (StagedTable table : draft.work().changed()) {
        String key = table.type().tableKey();
        if (!draft.inlined().containsKey(key)) {
          steps.computeIfAbsent(key, _ -> new ArrayList<>()).add(table);
        }
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
    String fresh = change.dataset().orElseGet(() -> tables.freshDataset(entry));
    Target target = new Target(fresh, change.layout().all());
    TableData data = tables.write(entry.data(), change.dead(), change.added(), target);
    return entry.written(data, head.branch());
  }
}
