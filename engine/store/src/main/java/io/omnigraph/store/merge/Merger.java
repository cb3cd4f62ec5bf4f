package io.omnigraph.store.merge;

import io.omnigraph.graph.failure.MergeConflict;
import io.omnigraph.graph.merge.MergeOutcome;
import io.omnigraph.graph.merge.MergeRequest;
import io.omnigraph.ground.fault.FaultPoints;
import io.omnigraph.store.change.Publisher;
import io.omnigraph.store.commit.CommitRecord;
import io.omnigraph.store.commit.GraphFaults;
import io.omnigraph.store.commit.GraphStore;
import io.omnigraph.store.commit.Head;
import io.omnigraph.store.commit.Schemas;
import io.omnigraph.store.commit.TableCounts;
import io.omnigraph.store.commit.TableEntry;
import io.omnigraph.store.diff.TableDelta;
import io.omnigraph.store.table.TableStore;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Merges the head of one branch into another. */
public final class Merger {

  private static final String OPERATION = "merge";

  private final GraphStore store;
  private final TableStore tables;
  private final Schemas schemas;
  private final Publisher publisher;
  private final FaultPoints faults;

  /** Merges in a graph. */
  public Merger(
      GraphStore store,
      TableStore tables,
      Schemas schemas,
      Publisher publisher,
      FaultPoints faults) {
    this.store = store;
    this.tables = tables;
    this.schemas = schemas;
    this.publisher = publisher;
    this.faults = faults;
  }

  /**
   * Merges once.
   *
   * @return empty when the target was moved meanwhile; nothing is visible then, and the merge can
   *     be tried on the new head
   */
  public Optional<MergeOutcome> merge(Head source, Head target, MergeRequest request) {
    CommitRecord theirs = source.commit();
    CommitRecord ours = target.commit();
    Optional<CommitRecord> base = MergeBase.of(store, ours, theirs);
    if (base.isEmpty()) {
      return Optional.of(
          new MergeOutcome.Senseless(
              "branches '%s' and '%s' have no commit in common"
                  .formatted(request.source(), request.target())));
    }
    if (base.get().id().equals(theirs.id())) {
      return Optional.of(new MergeOutcome.AlreadyUpToDate());
    }
    if (base.get().id().equals(ours.id())) {
      return publisher
          .land(target, fastForward(theirs, ours, request))
          .map(commit -> new MergeOutcome.FastForward(commit.toCommit()));
    }
    MergeSchema schema = new MergeSchema(request, base.get(), ours, theirs);
    Optional<String> problem = schema.problem();
    return problem.isPresent()
        ? Optional.of(new MergeOutcome.Incompatible(problem.get()))
        : merge(target, schema);
  }

  private Optional<MergeOutcome> merge(Head target, MergeSchema sides) {
    MergeRequest request = sides.request();
    ThreeWay merge =
        new ThreeWay(sides, schemas.of(sides.leading().schemaDigest()), tables, request.grain());
    List<MergeConflict> conflicts = merge.conflicts();
    if (!conflicts.isEmpty()) {
      return Optional.of(new MergeOutcome.Conflicting(conflicts));
    }
    faults.reached(GraphFaults.WRITE_STAGED);
    Content content = new Content(merge.write(request.target()), merge.counts());
    faults.reached(GraphFaults.WRITE_FLUSHED);
    CommitRecord next = commit(sides.leading(), sides.theirs(), sides.ours(), request, content);
    return publisher.land(target, next).map(commit -> new MergeOutcome.Merged(commit.toCommit()));
  }

  private CommitRecord fastForward(CommitRecord theirs, CommitRecord ours, MergeRequest request) {
    SortedMap<String, TableEntry> entries = new TreeMap<>();
    SortedMap<String, TableCounts> counts = new TreeMap<>();
    theirs
        .tables()
        .forEach((key, entry) -> {
          TableEntry own = MergeSchema.sameTable(ours, entry).orElse(TableEntry.empty(entry.id()));
          entries.put(key, entry.following(own, entry.data(), request.target()));
          if (!Objects.equals(own.data(), entry.data())) {
            counts.put(key, TableDelta.counts(tables.rows(own.data()), tables.rows(entry.data())));
          }
        });
    return commit(theirs, theirs, ours, request, new Content(entries, counts));
  }

  /**
   * The commit of a merge.
   *
   * @param leading the side whose schema the result has
   */
  private CommitRecord commit(
      CommitRecord leading,
      CommitRecord theirs,
      CommitRecord ours,
      MergeRequest request,
      Content content) {
    TreeSet<String> destroyed = new TreeSet<>(ours.destroyed());
    destroyed.addAll(theirs.destroyed());
    return new CommitRecord(
        CommitRecord.FORMAT,
        store.world().freshId(),
        request.target(),
        ours.version() + 1,
        ours.id(),
        theirs.id(),
        request.actor(),
        Publisher.micros(store.world().now()),
        OPERATION,
        leading.schema(),
        Math.max(ours.nextTable(), theirs.nextTable()),
        content.tables(),
        content.counts(),
        destroyed,
        request.message(),
        new TreeMap<>());
  }

  private record Content(
      SortedMap<String, TableEntry> tables, SortedMap<String, TableCounts> counts) {}
}
