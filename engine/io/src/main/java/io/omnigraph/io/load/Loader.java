package io.omnigraph.io.load;

import io.omnigraph.graph.Graph;
import io.omnigraph.graph.write.WriteOutcome;
import io.omnigraph.graph.write.WriteRequest;
import org.jspecify.annotations.Nullable;

/** Loads records into a graph (docs/reference/graph-engine.md §2). Safe for many threads. */
public final class Loader {

  private static final String OPERATION = "load";
  private static final int ATTEMPTS = 5;

  private final Graph graph;

  /** A loader into an open graph. */
  public Loader(Graph graph) {
    this.graph = graph;
  }

  /**
   * Loads a whole input as one commit, or nothing of it. A branch that was created for the load
   * stays when the load is refused, as it was created.
   *
   * @throws io.omnigraph.graph.NoSuchTargetException when the branch, or the one to create it from,
   *     does not exist
   * @throws java.io.UncheckedIOException when the input cannot be read; nothing was written
   */
  public LoadOutcome load(LoadRequest request, LoadSource source) {
    boolean created = createBranch(request.branch(), request.base());
    WriteRequest write =
        new WriteRequest(request.branch(), request.actor(), OPERATION, request.message());
    try {
      WriteOutcome<LoadCounts> outcome = write(write, request, source);
      for (int i = 1; i < ATTEMPTS && isWorthRepeating(outcome, request, source); i++) {
        outcome = graph.writeBulkInTurn(write, bulk -> new LoadRun(bulk, request).run(source));
      }
      return switch (outcome) {
        case WriteOutcome.Committed<LoadCounts>(LoadCounts(var rows, var ignored), _) ->
            new LoadOutcome.Loaded(rows, created, ignored);
        case WriteOutcome.Unchanged<LoadCounts>(LoadCounts(var rows, var ignored)) ->
            new LoadOutcome.Loaded(rows, created, ignored);
        case WriteOutcome.Conflict<LoadCounts>(var reason, var stale) ->
            new LoadOutcome.Conflict(reason, stale);
        case WriteOutcome.Unknown<LoadCounts>(var failure) -> new LoadOutcome.Unknown(failure);
      };
    } catch (LoadRejected e) {
      return new LoadOutcome.Rejected(e.problems());
    }
  }

  private WriteOutcome<LoadCounts> write(
      WriteRequest write, LoadRequest request, LoadSource source) {
    return graph.writeBulk(write, bulk -> new LoadRun(bulk, request).run(source));
  }

  /** Rows that are added go well with rows of others; replacing a table would undo their work. */
  private static boolean isWorthRepeating(
      WriteOutcome<?> outcome, LoadRequest request, LoadSource source) {
    return outcome instanceof WriteOutcome.Conflict
        && source.isRepeatable()
        && request.mode() != LoadMode.OVERWRITE;
  }

  private boolean createBranch(String branch, @Nullable String base) {
    return base != null
        && !graph.branches().contains(branch)
        && graph.createBranch(branch, base.strip());
  }
}
