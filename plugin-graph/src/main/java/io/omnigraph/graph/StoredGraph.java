package io.omnigraph.graph;

import io.omnigraph.api.fault.FaultPoints;
import io.omnigraph.graph.change.BulkWorkspace;
import io.omnigraph.graph.change.PreparedChange;
import io.omnigraph.graph.change.Publisher;
import io.omnigraph.graph.change.Workspace;
import io.omnigraph.graph.commit.Commit;
import io.omnigraph.graph.commit.HistoryPage;
import io.omnigraph.graph.commit.Tag;
import io.omnigraph.graph.diff.DiffSide;
import io.omnigraph.graph.diff.GraphDiff;
import io.omnigraph.graph.merge.MergeOutcome;
import io.omnigraph.graph.merge.MergeRequest;
import io.omnigraph.graph.merge.Merger;
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
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A graph in a store.
 *
 * <p>The writers of a branch in one process wait for each other, so that only those of other
 * processes can get ahead of them.
 */
final class StoredGraph implements Graph {

  private static final String MAIN = "main";
  private static final int ATTEMPTS = 10;
  private static final ConcurrentHashMap<String, ReentrantLock> WRITERS = new ConcurrentHashMap<>();

  private final GraphStore store;
  private final TableStore tables;
  private final Schemas schemas;
  private final Publisher publisher;
  private final History history;
  private final FaultPoints faults;

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
    return snapshot(history.at(target));
  }

  @Override
  public <R> WriteOutcome<R> write(WriteRequest request, Function<Transaction, R> work) {
    ReentrantLock writer = writer(request.branch());
    writer.lock();
    try {
      for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
        Head head = head(request.branch());
        Workspace workspace = new Workspace(head.commit(), schema(head.commit()), tables);
        R result = work.apply(workspace);
        if (!workspace.isChanged()) {
          return new WriteOutcome.Unchanged<>(result);
        }
        workspace.check();
        Optional<CommitRecord> commit =
            publisher.publish(head, workspace, request.actor(), request.operation());
        if (commit.isPresent()) {
          return new WriteOutcome.Committed<>(result, commit.get().toCommit());
        }
      }
    } finally {
      writer.unlock();
    }
    return movedTooOften(request);
  }

  @Override
  public <R> WriteOutcome<R> writeBulk(WriteRequest request, Function<BulkWrite, R> work) {
    Head head = head(request.branch());
    BulkWorkspace bulk = new BulkWorkspace(head.commit(), snapshot(head.commit()), tables);
    boolean isPublished = false;
    try {
      R result = work.apply(bulk);
      bulk.finish();
      if (!bulk.isChanged()) {
        return new WriteOutcome.Unchanged<>(result);
      }
      PreparedChange prepared = publisher.prepare(head, bulk);
      for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
        Optional<CommitRecord> commit =
            publisher.publish(head, prepared, request.actor(), request.operation());
        if (commit.isPresent()) {
          isPublished = true;
          return new WriteOutcome.Committed<>(result, commit.get().toCommit());
        }
        head = head(request.branch());
        Optional<WriteOutcome.Conflict<R>> conflict = bulk.conflictWith(head.commit());
        if (conflict.isPresent()) {
          return conflict.get();
        }
      }
      return movedTooOften(request);
    } finally {
      if (!isPublished) {
        bulk.discard(store.storage());
      }
    }
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
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
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
    ReentrantLock writer = writer(request.target());
    writer.lock();
    try {
      for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
        Optional<MergeOutcome> outcome =
            merger.merge(head(request.source()), head(request.target()), request);
        if (outcome.isPresent()) {
          return outcome.get();
        }
      }
    } finally {
      writer.unlock();
    }
    return new MergeOutcome.Overtaken(movedTooOften(request.target()), null);
  }

  @Override
  public GraphDiff diff(ReadTarget from, ReadTarget to) {
    return new GraphDiff(side(history.at(from)), side(history.at(to)));
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
  public void close() {
    tables.close();
  }

  private Snapshot snapshot(CommitRecord commit) {
    return new SnapshotView(
        commit.toCommit(), schema(commit), new CommittedRows(commit, destroyed()));
  }

  private static <R> WriteOutcome<R> movedTooOften(WriteRequest request) {
    return new WriteOutcome.Conflict<>(movedTooOften(request.branch()), null);
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

  private ReentrantLock writer(String branch) {
    return WRITERS.computeIfAbsent(uri() + " " + branch, _ -> new ReentrantLock());
  }

  private static String movedTooOften(String branch) {
    return "branch `%s` was moved by other writers %d times in a row; try again"
        .formatted(branch, ATTEMPTS);
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
