package io.omnigraph.graph;

import io.omnigraph.api.fault.FaultPoints;
import io.omnigraph.graph.change.Authorship;
import io.omnigraph.graph.change.BranchWriter;
import io.omnigraph.graph.change.BulkWorkspace;
import io.omnigraph.graph.change.PreparedChange;
import io.omnigraph.graph.change.Publisher;
import io.omnigraph.graph.commit.Commit;
import io.omnigraph.graph.snapshot.Adjacency;
import io.omnigraph.graph.snapshot.ReadTarget;
import io.omnigraph.graph.snapshot.Snapshot;
import io.omnigraph.graph.snapshot.TableState;
import io.omnigraph.graph.store.CommitRecord;
import io.omnigraph.graph.store.GraphStore;
import io.omnigraph.graph.store.Head;
import io.omnigraph.graph.store.Schemas;
import io.omnigraph.graph.store.TableEntry.TableData;
import io.omnigraph.graph.table.SnapshotView;
import io.omnigraph.graph.table.TableLayout;
import io.omnigraph.graph.table.TableRows;
import io.omnigraph.graph.table.TableStore;
import io.omnigraph.graph.write.BulkWrite;
import io.omnigraph.graph.write.Transaction;
import io.omnigraph.graph.write.WriteOutcome;
import io.omnigraph.graph.write.WriteRequest;
import io.omnigraph.schema.catalog.GraphType;
import io.omnigraph.schema.catalog.GraphType.EdgeType;
import io.omnigraph.schema.catalog.Schema;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** A graph in a store. */
final class StoredGraph implements Graph {

  private static final String MAIN = "main";

  private final GraphStore store;
  private final TableStore tables;
  private final Schemas schemas;
  private final Publisher publisher;
  private final ConcurrentHashMap<String, BranchWriter> writers = new ConcurrentHashMap<>();

  StoredGraph(GraphStore store, TableStore tables, FaultPoints faults) {
    this.store = store;
    this.tables = tables;
    this.schemas = new Schemas(store);
    this.publisher = new Publisher(store, tables, faults, InstantSource.system());
  }

  @Override
  public String uri() {
    return store.root();
  }

  @Override
  public Snapshot snapshot(ReadTarget target) {
    CommitRecord commit =
        switch (target) {
          case ReadTarget.Branch(var name) -> head(name).commit();
          case ReadTarget.AtCommit(var id) ->
              store
                  .commit(id)
                  .orElseThrow(() -> new NoSuchTargetException("commit '" + id + "' not found"));
        };
    return snapshot(commit);
  }

  @Override
  public <R> WriteOutcome<R> write(WriteRequest request, Function<Transaction, R> work) {
    return writer(request.branch()).write(request, work);
  }

  @Override
  public <R> WriteOutcome<R> writeBulk(WriteRequest request, Function<BulkWrite, R> work) {
    Head head = head(request.branch());
    BulkWorkspace bulk = new BulkWorkspace(head.commit(), snapshot(head.commit()), tables);
    // A publication that fails, rather than being refused, may have happened all the same.
    boolean isUnknown = false;
    WriteOutcome<R> outcome = null;
    try {
      R result = work.apply(bulk);
      bulk.finish();
      if (!bulk.isChanged()) {
        outcome = new WriteOutcome.Unchanged<>(result);
        return outcome;
      }
      PreparedChange prepared = publisher.prepare(head, bulk);
      isUnknown = true;
      outcome = publish(request, bulk, prepared, result);
      return outcome;
    } finally {
      if (!isUnknown || outcome instanceof WriteOutcome.Conflict) {
        bulk.discard(store.storage());
      }
    }
  }

  private <R> WriteOutcome<R> publish(
      WriteRequest request, BulkWorkspace bulk, PreparedChange prepared, R result) {
    Authorship by = new Authorship(request.actor(), request.operation());
    return writer(request.branch())
        .alone(
            request.branch(),
            () -> {
              Head head = head(request.branch());
              Optional<WriteOutcome.Conflict<R>> conflict = bulk.conflictWith(head.commit());
              if (conflict.isPresent()) {
                return Optional.of(conflict.get());
              }
              return publisher
                  .publish(head, prepared, by)
                  .map(commit -> new WriteOutcome.Committed<>(result, commit.toCommit()));
            });
  }

  @Override
  public List<String> branches() {
    return store.branches();
  }

  @Override
  public boolean createBranch(String name, String from) {
    return store.createBranch(name, head(from).commit());
  }

  @Override
  public List<Commit> history(String branch) {
    List<Commit> history = new ArrayList<>();
    Optional<CommitRecord> next = Optional.of(head(branch).commit());
    while (next.isPresent()) {
      CommitRecord commit = next.get();
      history.add(commit.toCommit());
      next = Optional.ofNullable(commit.parent()).flatMap(store::commit);
    }
    return List.copyOf(history);
  }

  @Override
  public Optional<Commit> commit(String id) {
    return store.commit(id).map(CommitRecord::toCommit);
  }

  @Override
  public void close() {
    tables.close();
  }

  private Snapshot snapshot(CommitRecord commit) {
    return new SnapshotView(
        commit.toCommit(), schema(commit), new CommittedRows(commit, destroyed()));
  }

  /**
   * What was destroyed for good, up to now; asked for anew, because commits do not know their end.
   */
  private Set<String> destroyed() {
    return head(MAIN).commit().destroyed();
  }

  private Head head(String branch) {
    return store
        .head(branch)
        .orElseThrow(() -> new NoSuchTargetException("branch '" + branch + "' not found"));
  }

  private BranchWriter writer(String branch) {
    return writers.computeIfAbsent(
        branch,
        name ->
            new BranchWriter(
                () -> head(name), this::schema, tables, publisher, InstantSource.system()));
  }

  private Schema schema(CommitRecord commit) {
    return schemas.of(commit.schemaDigest());
  }

  /** The rows of a commit. */
  private final class CommittedRows implements SnapshotView.Source {

    private final CommitRecord commit;
    private final Set<String> destroyed;

    CommittedRows(CommitRecord commit, Set<String> destroyed) {
      this.commit = commit;
      this.destroyed = destroyed;
    }

    @Override
    public TableRows rows(String tableKey) {
      TableData data = commit.table(tableKey).data();
      if (data != null && destroyed.contains(data.dataset())) {
        throw new NoSuchTargetException(
            "the rows of `%s` in commit '%s' are no longer retained: a schema change destroyed them"
                .formatted(tableKey, commit.id()));
      }
      return tables.rows(data);
    }

    @Override
    public TableLayout layout(GraphType type) {
      return new TableLayout(type, commit.table(type.tableKey()).columns());
    }

    @Override
    public TableState state(String tableKey) {
      return commit.table(tableKey).state(tableKey);
    }

    @Override
    public Adjacency adjacency(EdgeType type, boolean outgoing) {
      return tables.adjacency(
          rows(type.tableKey()), outgoing, rows("node:" + type.from()), rows("node:" + type.to()));
    }
  }
}
