package io.omnigraph.plugin.graph.command;

import io.omnigraph.api.command.CommandContext;
import io.omnigraph.api.command.Target;
import io.omnigraph.api.command.TargetFlags;
import io.omnigraph.graph.NoSuchTargetException;
import io.omnigraph.graph.failure.GraphFailure.Thing;
import io.omnigraph.plugin.graph.serving.CommitView;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows one commit. */
@Command(name = "show", description = "Show a commit of any branch.")
final class CommitShowCommand implements Callable<Integer> {

  private final CommandContext context;

  @Spec private CommandSpec spec;

  @Mixin private TargetFlags target;

  @Parameters(paramLabel = "COMMIT_ID", description = "The id of the commit.")
  private String id;

  @Option(names = "--json", description = "Print one JSON document.")
  private boolean json;

  CommitShowCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    CommitView commit =
        switch (context.target(target.options())) {
          case Target.Local local ->
              LocalGraph.with(
                  context,
                  local,
                  graph ->
                      CommitView.of(
                          graph
                              .commit(id)
                              .orElseThrow(() ->
                                  new NoSuchTargetException(
                                      Thing.COMMIT, "commit '" + id + "' not found"))));
          case Target.Remote remote ->
              Remote.read(
                  context.connect(remote).get("/commits/" + Console.encoded(id)), CommitView.class);
        };
    if (json) {
      Console.json(spec, commit);
    } else {
      Console.lines(spec, lines(commit));
    }
    return 0;
  }

  private static List<String> lines(CommitView commit) {
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
