package io.omnigraph.plugin.graph.command;

import io.omnigraph.api.command.CommandContext;
import io.omnigraph.api.command.RemoteCall;
import io.omnigraph.api.command.RemotePath;
import io.omnigraph.api.command.TargetFlags;
import io.omnigraph.api.command.Work;
import io.omnigraph.graph.Graph;
import io.omnigraph.graph.NoSuchTargetException;
import io.omnigraph.graph.failure.GraphFailure.Thing;
import io.omnigraph.plugin.graph.serving.CommitView;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows one commit. */
@Command(name = "show", description = "Show a commit of any branch.")
final class CommitShowCommand extends GraphCommand<CommitView> {

  @Parameters(paramLabel = "COMMIT_ID", description = "The id of the commit.")
  private String id;

  CommitShowCommand(CommandContext context) {
    super(context, new TargetFlags());
  }

  @Override
  protected Work<CommitView> work() {
    return reading(this::found, RemoteCall.get(RemotePath.of("commits", id), CommitView.class));
  }

  private CommitView found(Graph graph) {
    return graph
        .commit(id)
        .map(CommitView::of)
        .orElseThrow(
            () -> new NoSuchTargetException(Thing.COMMIT, "commit '" + id + "' not found"));
  }

  @Override
  protected List<String> lines(CommitView commit) {
    Stream<String> fields =
        Stream.of(
            "graph_commit_id: " + commit.graphCommitId(),
            "manifest_branch: " + commit.branch(),
            "manifest_version: " + commit.manifestVersion(),
            line("parent_commit_id", commit.parentCommitId()),
            line("merged_parent_commit_id", commit.mergedParentCommitId()),
            line("actor_id", commit.actorId()),
            "created_at: " + commit.createdAt(),
            line("operation", commit.operation()),
            line("message", commit.message()));
    Stream<String> changes =
        commit.rowChanges().entrySet().stream()
            .map(entry ->
                "changes: %s inserted=%d updated=%d deleted=%d"
                    .formatted(
                        entry.getKey(),
                        entry.getValue().inserted(),
                        entry.getValue().updated(),
                        entry.getValue().deleted()));
    return Stream.concat(fields, changes).filter(line -> !line.isEmpty()).toList();
  }

  private static String line(String field, @Nullable String value) {
    return value == null ? "" : field + ": " + value;
  }
}
