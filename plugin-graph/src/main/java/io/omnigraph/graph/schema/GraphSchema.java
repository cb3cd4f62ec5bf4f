package io.omnigraph.graph.schema;

import com.github.f4b6a3.ulid.UlidCreator;
import io.omnigraph.api.fault.FaultPoints;
import io.omnigraph.graph.change.Publisher;
import io.omnigraph.graph.store.CommitRecord;
import io.omnigraph.graph.store.DamagedGraphException;
import io.omnigraph.graph.store.GraphFaults;
import io.omnigraph.graph.store.GraphStore;
import io.omnigraph.graph.store.Head;
import io.omnigraph.graph.store.Schemas;
import io.omnigraph.graph.store.TableEntry;
import io.omnigraph.graph.store.TableEntry.TableData;
import io.omnigraph.graph.table.SegmentCache;
import io.omnigraph.graph.table.TableStore;
import io.omnigraph.schema.catalog.Schema;
import io.omnigraph.schema.live.LiveSchema;
import io.omnigraph.schema.migration.Migration;
import io.omnigraph.schema.migration.MigrationStep.DropMode;
import io.omnigraph.schema.migration.MigrationStep.UnsupportedChange;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The schema of a graph as it was when it was opened, and the way to the next one. */
final class GraphSchema implements LiveSchema {

  private static final String MAIN = "main";
  private static final int ATTEMPTS = 10;

  private final GraphStore store;
  private final FaultPoints faults;
  private final CommitRecord opened;
  private final Schema accepted;
  private final TableStore tables;

  GraphSchema(GraphStore store, FaultPoints faults) {
    this.store = store;
    this.faults = faults;
    this.opened = head().commit();
    this.accepted = new Schemas(store).of(opened.schemaDigest());
    this.tables = new TableStore(store.root(), SegmentCache.shared());
  }

  @Override
  public String uri() {
    return store.root();
  }

  @Override
  public Schema accepted() {
    return accepted;
  }

  @Override
  public long manifestVersion() {
    return opened.version();
  }

  @Override
  public List<String> otherBranches() {
    return store.branches().stream().filter(branch -> !branch.equals(MAIN)).toList();
  }

  @Override
  public Outcome apply(Schema desired, Migration migration, DropMode mode, Optional<String> actor) {
    List<String> others = otherBranches();
    if (!others.isEmpty()) {
      return new Outcome.Refused(
          "schema apply requires a graph with only main; found non-main branches: "
              + String.join(", ", others));
    }
    Optional<UnsupportedChange> unsupported = migration.firstUnsupported();
    if (unsupported.isPresent()) {
      return new Outcome.Refused(reason(unsupported.get()));
    }
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Head head = head();
      if (!head.commit().schema().equals(opened.schema())) {
        break;
      }
      if (migration.steps().isEmpty() && desired.digest().equals(accepted.digest())) {
        sweep(head.commit());
        return new Outcome.Applied(head.commit().version());
      }
      Optional<CommitRecord> commit = publish(head, desired, migration, mode, actor);
      if (commit.isPresent()) {
        return new Outcome.Applied(commit.get().version());
      }
    }
    return new Outcome.Refused(
        "schema apply lost its write lease: branch main of %s was moved meanwhile; try again"
            .formatted(uri()));
  }

  @Override
  public void close() {
    tables.close();
  }

  private Optional<CommitRecord> publish(
      Head head, Schema desired, Migration migration, DropMode mode, Optional<String> actor) {
    store.writeSchema(desired.digest(), desired.source());
    faults.reached(GraphFaults.SCHEMA_SOURCE_WRITTEN);
    Catalog catalog = new Catalog(head.commit());
    migration.steps().forEach(catalog::apply);
    catalog.requireMatch(desired);
    if (mode == DropMode.HARD) {
      new Destruction(tables, catalog, desired, id -> datasets(head.commit(), id)).run();
    }
    CommitRecord base = head.commit();
    CommitRecord next =
        new CommitRecord(
            CommitRecord.FORMAT,
            UlidCreator.getMonotonicUlid().toString(),
            MAIN,
            base.version() + 1,
            base.id(),
            null,
            actor.orElse(null),
            Publisher.micros(InstantSource.system().instant()),
            "schema_apply",
            desired.digest().hex(),
            catalog.nextTable(),
            catalog.tables(),
            new TreeMap<>(),
            catalog.destroyed(),
            null);
    store.writeCommit(next);
    faults.reached(GraphFaults.SCHEMA_COMMIT_WRITTEN);
    if (!store.moveBranch(head, next)) {
      store.discardCommit(next);
      return Optional.empty();
    }
    faults.reached(GraphFaults.SCHEMA_REF_SWAPPED);
    sweep(next);
    return Optional.of(next);
  }

  /** Removes what nothing is read from any more; what a crash leaves goes with the next apply. */
  private void sweep(CommitRecord commit) {
    commit.destroyed().forEach(dataset -> store.storage().deleteTree(dataset));
  }

  /** Every dataset that a table had, from a commit back to the first. */
  private Set<String> datasets(CommitRecord from, String tableId) {
    Set<String> found = new TreeSet<>();
    Set<String> seen = new HashSet<>();
    Deque<CommitRecord> next = new ArrayDeque<>(List.of(from));
    while (!next.isEmpty()) {
      CommitRecord commit = next.pop();
      for (TableEntry table : commit.tables().values()) {
        TableData data = table.data();
        if (table.id().equals(tableId) && data != null) {
          found.add(data.dataset());
        }
      }
      Stream.of(Optional.ofNullable(commit.parent()), Optional.ofNullable(commit.mergedParent()))
          .flatMap(Optional::stream)
          .filter(seen::add)
          .flatMap(id -> store.commit(id).stream())
          .forEach(next::push);
    }
    return found;
  }

  private Head head() {
    return store
        .head(MAIN)
        .orElseThrow(() -> new DamagedGraphException("branch `main` not found in " + store.root()));
  }

  private static String reason(UnsupportedChange change) {
    return change.code() == null ? change.reason() : "[" + change.code() + "] " + change.reason();
  }
}
