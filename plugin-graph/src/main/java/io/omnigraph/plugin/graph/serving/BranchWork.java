package io.omnigraph.plugin.graph.serving;

import io.omnigraph.api.serving.Reply;
import io.omnigraph.graph.BranchRemoval;
import io.omnigraph.graph.Graph;
import io.omnigraph.graph.failure.GraphFailure;
import io.omnigraph.graph.merge.MergeOutcome;
import io.omnigraph.graph.merge.MergeRequest;
import io.omnigraph.graph.merge.MergeRequest.Grain;
import io.omnigraph.plugin.graph.serving.BranchBodies.Created;
import io.omnigraph.plugin.graph.serving.BranchBodies.Deleted;
import io.omnigraph.plugin.graph.serving.BranchBodies.Merged;
import io.omnigraph.plugin.graph.serving.BranchBodies.Renamed;
import org.jspecify.annotations.Nullable;

/**
 * Work on the branches of an open graph, as the command line and the server do it. A reply that
 * failed says why in the server's words.
 *
 * @param actor absent when nobody is named
 */
public record BranchWork(Graph graph, @Nullable String actor) {

  /** Creates a branch. */
  public Reply<Created> create(String name, String from) {
    return graph.createBranch(name, from)
        ? Reply.ok(new Created(graph.uri(), from, name, actor))
        : Failures.reply(new GraphFailure.Conflict("branch '" + name + "' already exists"));
  }

  /** Removes a branch. */
  public Reply<Deleted> delete(String name) {
    return switch (graph.deleteBranch(name)) {
      case BranchRemoval.Removed _ -> Reply.ok(new Deleted(graph.uri(), name, actor));
      case BranchRemoval.Needed(var dependants) ->
          Failures.reply(
              new GraphFailure.Conflict(
                  "cannot delete branch '%s': branch '%s' still depends on it"
                      .formatted(name, String.join("', '", dependants))));
      case BranchRemoval.Moved(var reason) -> Failures.reply(new GraphFailure.Conflict(reason));
    };
  }

  /** Gives a branch another name. */
  public Reply<Renamed> rename(String name, String to) {
    return graph.renameBranch(name, to)
        ? Reply.ok(new Renamed(graph.uri(), name, to, actor))
        : Failures.reply(
            new GraphFailure.Conflict(
                "cannot rename branch '%s': '%s' already exists".formatted(name, to)));
  }

  /** Merges a branch into another one. */
  public Reply<Merged> merge(BranchBodies.Merge merge) {
    Grain grain = Boolean.TRUE.equals(merge.cells()) ? Grain.CELL : Grain.ROW;
    MergeRequest request =
        new MergeRequest(merge.source(), merge.into(), grain, actor, merge.message());
    MergeOutcome outcome = graph.merge(request);
    return switch (outcome) {
      case MergeOutcome.AlreadyUpToDate _ -> merged(merge, "already_up_to_date");
      case MergeOutcome.FastForward _ -> merged(merge, "fast_forward");
      case MergeOutcome.Merged _ -> merged(merge, "merged");
      case MergeOutcome.Refused refused -> Failures.reply(refused.failure());
    };
  }

  private Reply<Merged> merged(BranchBodies.Merge merge, String outcome) {
    return Reply.ok(new Merged(merge.source(), merge.into(), outcome, actor));
  }
}
