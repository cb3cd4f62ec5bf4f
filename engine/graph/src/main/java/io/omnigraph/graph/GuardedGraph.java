package io.omnigraph.graph;

import io.omnigraph.graph.commit.Commit;
import io.omnigraph.graph.commit.HistoryPage;
import io.omnigraph.graph.commit.Tag;
import io.omnigraph.graph.diff.GraphDiff;
import io.omnigraph.graph.maintenance.Maintenance;
import io.omnigraph.graph.merge.MergeOutcome;
import io.omnigraph.graph.merge.MergeRequest;
import io.omnigraph.graph.snapshot.ReadTarget;
import io.omnigraph.graph.snapshot.Snapshot;
import io.omnigraph.graph.write.BulkWrite;
import io.omnigraph.graph.write.Transaction;
import io.omnigraph.graph.write.WriteOutcome;
import io.omnigraph.graph.write.WriteRequest;
import io.omnigraph.ground.access.Deed;
import io.omnigraph.ground.access.WriteGate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A graph whose writes have to pass a gate before anything else happens (docs/reference/policy.md
 * §8.4). What only reads passes freely. A write that the gate refuses ends with an {@link
 * io.omnigraph.ground.access.AccessDeniedException}, and nothing was done.
 */
public final class GuardedGraph implements Graph {

  private final Graph graph;
  private final WriteGate gate;
  private final @Nullable String actor;

  /**
   * A guarded graph.
   *
   * @param actor who does everything that is done through it; absent when nobody is named
   */
  public GuardedGraph(Graph graph, WriteGate gate, @Nullable String actor) {
    this.graph = graph;
    this.gate = gate;
    this.actor = actor;
  }

  @Override
  public String uri() {
    return graph.uri();
  }

  @Override
  public Snapshot snapshot(ReadTarget target) {
    return graph.snapshot(target);
  }

  @Override
  public <R> WriteOutcome<R> write(WriteRequest request, Function<Transaction, R> work) {
    check(Deed.change(request.branch()));
    return graph.write(request, work);
  }

  @Override
  public <R> WriteOutcome<R> writeBulk(WriteRequest request, Function<BulkWrite, R> work) {
    check(Deed.change(request.branch()));
    return graph.writeBulk(request, work);
  }

  @Override
  public <R> WriteOutcome<R> writeBulkInTurn(WriteRequest request, Function<BulkWrite, R> work) {
    check(Deed.change(request.branch()));
    return graph.writeBulkInTurn(request, work);
  }

  @Override
  public List<String> branches() {
    return graph.branches();
  }

  @Override
  public boolean createBranch(String name, String from) {
    check(Deed.branchCreate(from, name));
    return graph.createBranch(name, from);
  }

  @Override
  public BranchRemoval deleteBranch(String name) {
    check(Deed.branchDelete(name));
    return graph.deleteBranch(name);
  }

  @Override
  public boolean renameBranch(String name, String to) {
    check(Deed.branchDelete(name));
    check(Deed.branchCreate(name, to));
    return graph.renameBranch(name, to);
  }

  @Override
  public MergeOutcome merge(MergeRequest request) {
    check(Deed.branchMerge(request.source(), request.target()));
    return graph.merge(request);
  }

  @Override
  public GraphDiff diff(ReadTarget from, ReadTarget to) {
    return graph.diff(from, to);
  }

  @Override
  public List<Tag> tags() {
    return graph.tags();
  }

  @Override
  public Optional<Tag> createTag(
      String name, ReadTarget target, @Nullable String tagger, @Nullable String message) {
    return graph.createTag(name, target, tagger, message);
  }

  @Override
  public boolean deleteTag(String name) {
    return graph.deleteTag(name);
  }

  @Override
  public List<Commit> history(String branch) {
    return graph.history(branch);
  }

  @Override
  public List<Commit> history(HistoryPage page) {
    return graph.history(page);
  }

  @Override
  public Commit commit(ReadTarget target) {
    return graph.commit(target);
  }

  @Override
  public Optional<Commit> commit(String id) {
    return graph.commit(id);
  }

  /** Not checked: upkeep changes nothing of what the graph holds. */
  @Override
  public Maintenance maintenance() {
    return graph.maintenance();
  }

  @Override
  public void close() {
    graph.close();
  }

  private void check(Deed write) {
    gate.check(actor, write);
  }
}
