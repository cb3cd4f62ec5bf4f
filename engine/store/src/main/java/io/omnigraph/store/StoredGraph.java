package io.omnigraph.store;

import io.omnigraph.graph.BranchRemoval;
import io.omnigraph.graph.Graph;
import io.omnigraph.graph.NoSuchTargetException;
import io.omnigraph.graph.commit.Commit;
import io.omnigraph.graph.commit.HistoryPage;
import io.omnigraph.graph.commit.Tag;
import io.omnigraph.graph.diff.GraphDiff;
import io.omnigraph.graph.failure.GraphFailure.Thing;
import io.omnigraph.graph.failure.OvertakenException;
import io.omnigraph.graph.failure.UnknownOutcomeException;
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
import io.omnigraph.graph.write.WriteRejected;
import io.omnigraph.graph.write.WriteRequest;
import io.omnigraph.ground.fault.FaultPoints;
import io.omnigraph.schema.catalog.GraphType;
import io.omnigraph.schema.catalog.GraphType.EdgeType;
import io.omnigraph.schema.catalog.Schema;
import io.omnigraph.store.change.BranchWriter;
import io.omnigraph.store.change.BulkPublication;
import io.omnigraph.store.change.BulkWorkspace;
import io.omnigraph.store.change.Publisher;
import io.omnigraph.store.commit.CommitRecord;
import io.omnigraph.store.commit.GraphStore;
import io.omnigraph.store.commit.Head;
import io.omnigraph.store.commit.Schemas;
import io.omnigraph.store.commit.TableEntry.TableData;
import io.omnigraph.store.diff.DiffSide;
import io.omnigraph.store.diff.StoredDiff;
import io.omnigraph.store.maintenance.OpenWrites;
import io.omnigraph.store.maintenance.Residents;
import io.omnigraph.store.maintenance.StoredMaintenance;
import io.omnigraph.store.merge.Merger;
import io.omnigraph.store.table.SnapshotView;
import io.omnigraph.store.table.TableLayout;
import io.omnigraph.store.table.TableRows;
import io.omnigraph.store.table.TableStore;
import java.time.Instant;
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
  private final Residents residents;
  private final FaultPoints faults;
  private final ConcurrentHashMap<String, BranchWriter> writers = new ConcurrentHashMap<>();

  StoredGraph(GraphStore store, TableStore tables, Residents residents, FaultPoints faults) {
    this.store = store;
    this.tables = tables;
    this.schemas = new Schemas(store);
    this.publisher = new Publisher(store, tables, faults);
    this.history = new History(store);
    this.residents = residents;
    this.faults = faults;
  }

  @Override
  public String uri() {
    return store.root();
  }

  @Override
  public Snapshot snapshot(ReadTarget target) {
    for (int attempt = 0; attempt < BranchWriter.ATTEMPTS; attempt++) {
      long turn = residents.pins().turn(store.root());
      CommitRecord commit = history.at(target);
      if (!(target instanceof ReadTarget.Branch) && store.releases().contains(commit.id())) {
        throw noLongerRetained(commit);
      }
      Optional<Snapshot> pinned = snapshot(commit, turn);
      if (pinned.isPresent()) {
        return pinned.get();
      }
      Thread.onSpinWait();
    }
    throw noLongerRetained(history.at(target));
  }

  private static NoSuchTargetException noLongerRetained(CommitRecord commit) {
    return new NoSuchTargetException(
        Thing.ROWS,
        "the rows of commit '%s' are no longer retained: a cleanup removed them"
            .formatted(commit.id()));
  }

  @Override
  public <R> WriteOutcome<R> write(WriteRequest request, Function<Transaction, R> work) {
    return writer(request.branch()).write(request, work);
  }

  @Override
  public <R> WriteOutcome<R> writeBulk(WriteRequest request, Function<BulkWrite, R> work) {
    try (OpenWrites.Open _ = OpenWrites.begin(store.storage(), store.world().freshId())) {
      long turn = residents.pins().turn(store.root());
      Head head = head(request.branch());
      Optional<Snapshot> base = snapshot(head.commit(), turn);
      while (base.isEmpty()) {
        turn = residents.pins().turn(store.root());
        head = head(request.branch());
        base = snapshot(head.commit(), turn);
      }
      return writeBulk(request, head, base.get(), work);
    }
  }

  private <R> WriteOutcome<R> writeBulk(
      WriteRequest request, Head head, Snapshot base, Function<BulkWrite, R> work) {
    BulkWorkspace bulk = new BulkWorkspace(head.commit(), base, tables);
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
      BulkPublication<R> publication =
          new BulkPublication<>(publisher, bulk, head, request, result);
      isUnknown = true;
      outcome =
          writer(request.branch())
              .alone(() -> publication.onto(head(request.branch())))
              .orElseGet(() ->
                  new WriteOutcome.Conflict<>(BranchWriter.movedTooOften(request.branch()), null));
      return outcome;
    } catch (UnknownOutcomeException e) {
      return new WriteOutcome.Unknown<>(e.failure());
    } catch (WriteRejected e) {
      throw e;
    } catch (RuntimeException e) {
      if (isUnknown || !publisher.isGivenUp(head.commit())) {
        throw e;
      }
      return new WriteOutcome.Conflict<>(
          "a cleanup gave up the state that rows were written on; try again", null);
    } finally {
      if (!isUnknown || outcome instanceof WriteOutcome.Conflict) {
        bulk.discard(store.storage());
      }
    }
  }

  @Override
  public <R> WriteOutcome<R> writeBulkInTurn(WriteRequest request, Function<BulkWrite, R> work) {
    return writer(request.branch())
        .alone(() -> Optional.of(writeBulk(request, work)))
        .orElseThrow();
  }

  @Override
  public List<String> branches() {
    return store.branches();
  }

  @Override
  public boolean createBranch(String name, String from) {
    for (int attempt = 0; attempt < BranchWriter.ATTEMPTS; attempt++) {
      switch (store.createBranch(name, head(from))) {
        case CREATED -> {
          return true;
        }
        case TAKEN -> {
          return false;
        }
        case OVERTAKEN -> Thread.onSpinWait();
      }
    }
    throw new OvertakenException(
        "branch `%s` could not be created beside so many cleanups; try again".formatted(name));
  }

  @Override
  public BranchRemoval deleteBranch(String name) {
    for (int attempt = 0; attempt < BranchWriter.ATTEMPTS; attempt++) {
      Head head = head(name);
      List<String> dependants = store.createdFrom(name);
      if (!dependants.isEmpty()) {
        return new BranchRemoval.Needed(dependants);
      }
      if (store.deleteBranch(head)) {
        return new BranchRemoval.Removed();
      }
    }
    return new BranchRemoval.Moved(BranchWriter.movedTooOften(name));
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
        .alone(() -> {
          // INVARIANT: the target is read first, so that a cleanup which has not seen the source
          // where it is now makes the swap of the target fail.
          Head target = head(request.target());
          Head source = head(request.source());
          try {
            return merger.merge(source, target, request);
          } catch (UnknownOutcomeException e) {
            throw e;
          } catch (RuntimeException e) {
            if (publisher.isGivenUp(source.commit()) || publisher.isGivenUp(target.commit())) {
              return Optional.empty();
            }
            throw e;
          }
        })
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
    Instant now = store.world().now();
    CommitRecord commit = history.at(target);
    Tag tag = new Tag(name, commit.id(), now, actor, message);
    if (!store.tags().create(tag)) {
      return Optional.empty();
    }
    // Asked after the tag is there: either a cleanup sees the tag, or this sees its note.
    if (store.releases().isDoomed(commit.id())) {
      store.tags().takeBack(tag);
      throw noLongerRetained(commit);
    }
    return Optional.of(tag);
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
            residents),
        this::head);
  }

  @Override
  public void close() {
    tables.close();
  }

  /** Empty when a cleanup may have taken the rows of the commit away. */
  private Optional<Snapshot> snapshot(CommitRecord commit, long turn) {
    SnapshotView view =
        new SnapshotView(commit.toCommit(), schema(commit), new CommittedRows(commit, destroyed()));
    return residents.pins().hold(store.root(), commit.id(), view, turn)
        ? Optional.of(view)
        : Optional.empty();
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
        branch, name -> new BranchWriter(() -> head(name), this::schema, tables, publisher));
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
            Thing.ROWS,
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
