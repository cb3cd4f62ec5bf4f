package io.omnigraph.store;

import io.omnigraph.graph.BranchRemoval;
import io.omnigraph.graph.Graph;
import io.omnigraph.graph.NoSuchTargetException;
import io.omnigraph.graph.commit.Commit;
import io.omnigraph.graph.commit.HistoryPage;
import io.omnigraph.graph.commit.Tag;
import io.omnigraph.graph.diff.GraphDiff;
import io.omnigraph.graph.maintenance.Maintenance;
import io.omnigraph.graph.merge.MergeOutcome;
import io.omnigraph.graph.merge.MergeRequest;
import io.omnigraph.graph.snapshot.Adjacency;
import io.omnigraph.graph.snapshot.ReadTarget;
import io.omnigraph.graph.snapshot.Snapshot;
import io.omnigraph.graph.snapshot.TableState;
import io.omnigraph.graph.write.BulkWrite;
import io.omnigraph.graph.write.Transaction;
import io.omnigraph.graph.write.WriteOutcome;
import io.omnigraph.graph.write.WriteRequest;
import io.omnigraph.ground.fault.FaultPoints;
import io.omnigraph.schema.catalog.GraphType;
import io.omnigraph.schema.catalog.GraphType.EdgeType;
import io.omnigraph.schema.catalog.Schema;
import io.omnigraph.store.change.BranchWriter;
import io.omnigraph.store.change.BulkWorkspace;
import io.omnigraph.store.change.PreparedChange;
import io.omnigraph.store.change.Publisher;
import io.omnigraph.store.commit.CommitRecord;
import io.omnigraph.store.commit.GraphStore;
import io.omnigraph.store.commit.Head;
import io.omnigraph.store.commit.Schemas;
import io.omnigraph.store.commit.TableEntry.TableData;
import io.omnigraph.store.diff.DiffSide;
import io.omnigraph.store.diff.StoredDiff;
import io.omnigraph.store.maintenance.Pins;
import io.omnigraph.store.maintenance.StoredMaintenance;
import io.omnigraph.store.merge.Merger;
import io.omnigraph.store.table.SnapshotView;
import io.omnigraph.store.table.TableLayout;
import io.omnigraph.store.table.TableRows;
import io.omnigraph.store.table.TableStore;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A graph in a store. */
final class StoredGraph implements Graph {

  private static final String MAIN = "main";

  private final GraphStore store;
  private final TableStore tables;
  private final Schemas schemas;
  private final Publisher publisher;
  private final History history;
  private final FaultPoints faults;
  private final ConcurrentHashMap<String, BranchWriter> writers = new ConcurrentHashMap<>();

  StoredGraph(GraphStore store, TableStore tables, FaultPoints faults) {
    this.store = store;
    this.tables = tables;
    this.schemas = new Schemas(store);
    this.publisher = new Publisher(store, tables, faults, InstantSource.system());
    this.history = new History(store);
    this.faults = faults;
  }

  @Override
  public String uri() {
    return store.root();
  }

  @Override
  public Snapshot snapshot(ReadTarget target) {
    CommitRecord commit = history.at(target);
    if (!(target instanceof ReadTarget.Branch) && store.releases().contains(commit.id())) {
      throw new NoSuchTargetException(
          "the rows of commit '%s' are no longer retained: a cleanup removed them"
              .formatted(commit.id()));
    }
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
    return writer(request.branch())
        .alone(() -> {
          Head head = head(request.branch());
          Optional<WriteOutcome.Conflict<R>> conflict = bulk.conflictWith(head.commit());
          if (conflict.isPresent()) {
            return Optional.<WriteOutcome<R>>of(conflict.get());
          }
          return publisher
              .publish(head, prepared, request)
              .<WriteOutcome<R>>map(
                  commit -> new WriteOutcome.Committed<>(result, commit.toCommit()));
        })
        .orElseGet(
            () -> new WriteOutcome.Conflict<>(BranchWriter.movedTooOften(request.branch()), null));
  }

  @Override
  public List<String> branches() {
    return store.branches();
  }

  @Override
  public boolean createBranch(String name, String from) {
    return store.createBranch(name, head(from));
  }

  @Override
  public BranchRemoval deleteBranch(String name) {
    head(name);
    List<String> dependants = store.createdFrom(name);
    if (!dependants.isEmpty()) {
      return new BranchRemoval.Needed(dependants);
    }
    store.deleteBranch(name);
    return new BranchRemoval.Removed();
  }

  @Override
  public boolean renameBranch(String name, String to) {
    for (int attempt = 0; attempt < BranchWriter.ATTEMPTS; attempt++) {
      head(name);
      if (store.head(to).isPresent()) {
        return false;
      }
      if (store.renameBranch(name, to)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public MergeOutcome merge(MergeRequest request) {
    if (request.source().equals(request.target())) {
      return new MergeOutcome.Senseless(
          "a merge needs a distinct source and target, found `%s` twice"
              .formatted(request.source()));
    }
    Merger merger = new Merger(store, tables, schemas, publisher, faults);
    return writer(request.target())
        .alone(() -> merger.merge(head(request.source()), head(request.target()), request))
        .orElseGet(
            () -> new MergeOutcome.Overtaken(BranchWriter.movedTooOften(request.target()), null));
  }

  @Override
  public GraphDiff diff(ReadTarget from, ReadTarget to) {
    return new StoredDiff(side(history.at(from)), side(history.at(to)));
  }

  @Override
  public List<Tag> tags() {
    return store.tags().all();
  }

  @Override
  public Optional<Tag> createTag(
      String name, ReadTarget target, @Nullable String actor, @Nullable String message) {
    Instant now = InstantSource.system().instant().truncatedTo(ChronoUnit.MICROS);
    Tag tag = new Tag(name, history.at(target).id(), now, actor, message);
    return store.tags().create(tag) ? Optional.of(tag) : Optional.empty();
  }

  @Override
  public boolean deleteTag(String name) {
    return store.tags().delete(name);
  }

  @Override
  public List<Commit> history(String branch) {
    return history.page(HistoryPage.of(branch));
  }

  @Override
  public List<Commit> history(HistoryPage page) {
    return history.page(page);
  }

  @Override
  public Commit commit(ReadTarget target) {
    return history.at(target).toCommit();
  }

  @Override
  public Optional<Commit> commit(String id) {
    return history.reachable(id).map(CommitRecord::toCommit);
  }

  @Override
  public Maintenance maintenance() {
    return new StoredMaintenance(
        new StoredMaintenance.Parts(
            store,
            tables,
            this::schema,
            () -> head(MAIN),
            writer(MAIN),
            publisher,
            faults,
            InstantSource.system()),
        this::head);
  }

  @Override
  public void close() {
    tables.close();
  }

  private Snapshot snapshot(CommitRecord commit) {
    SnapshotView view =
        new SnapshotView(commit.toCommit(), schema(commit), new CommittedRows(commit, destroyed()));
    Pins.hold(store.root(), commit.id(), view);
    return view;
  }

  /**
   * What was destroyed for good, up to now; asked for anew, because commits do not know their end.
   */
  private Set<String> destroyed() {
    return head(MAIN).commit().destroyed();
  }

  private Head head(String branch) {
    return history.head(branch);
  }

  private DiffSide side(CommitRecord commit) {
    return new DiffSide(commit, schema(commit), new CommittedRows(commit, destroyed()));
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
