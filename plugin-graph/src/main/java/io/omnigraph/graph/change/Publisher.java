package io.omnigraph.graph.change;

import io.omnigraph.api.fault.FaultPoints;
import io.omnigraph.graph.store.CommitRecord;
import io.omnigraph.graph.store.GraphFaults;
import io.omnigraph.graph.store.GraphStore;
import io.omnigraph.graph.store.Head;
import io.omnigraph.graph.store.TableEntry.TableData;
import io.omnigraph.graph.table.TableStore;
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
  public Optional<CommitRecord> publish(Head head, Workspace work, Authorship by) {
    return publish(head, List.of(Draft.next(head.branch(), work, by, clock.instant())))
        .map(List::getLast);
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
    store.writeCommits(commits);
    faults.reached(GraphFaults.WRITE_COMMIT_WRITTEN);
    if (!store.moveBranch(head, commits.getLast())) {
      commits.forEach(store::discardCommit);
      return Optional.empty();
    }
    faults.reached(GraphFaults.WRITE_REF_SWAPPED);
    return Optional.of(commits);
  }

  /** Microseconds since 1970-01-01T00:00Z. */
  public static long micros(Instant instant) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
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
}
