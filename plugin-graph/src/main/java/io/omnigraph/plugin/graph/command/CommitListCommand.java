package io.omnigraph.plugin.graph.command;

import io.omnigraph.api.command.CommandContext;
import io.omnigraph.api.command.CommandFailure;
import io.omnigraph.api.command.Target;
import io.omnigraph.api.command.TargetOptions;
import io.omnigraph.graph.BranchNames;
import io.omnigraph.graph.commit.HistoryPage;
import io.omnigraph.plugin.graph.serving.CommitList;
import io.omnigraph.plugin.graph.serving.CommitView;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Lists the history of a branch. */
@Command(name = "list", description = "List the commits of a branch, newest first.")
final class CommitListCommand implements Callable<Integer> {

  private final CommandContext context;

  @Spec private CommandSpec spec;

  @Mixin private TargetOptions target;

  @Option(
      names = "--branch",
      paramLabel = "BRANCH",
      description = "The branch whose history is listed; main without it.")
  private String branch = BranchNames.MAIN;

  @Option(
      names = "--limit",
      paramLabel = "N",
      description = "List at most N commits; all without it.")
  private @Nullable Long limit;

  @Option(
      names = "--before",
      paramLabel = "COMMIT_ID",
      description = "List the commits before this one.")
  private @Nullable String before;

  @Option(names = "--all", description = "List the commits of all branches.")
  private boolean isAll;

  @Option(names = "--json", description = "Print one JSON document.")
  private boolean json;

  CommitListCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    String listed = Branches.checked(branch);
    if (limit != null && limit < 1) {
      throw CommandFailure.usage("`--limit` must be at least 1, found `" + limit + "`");
    }
    CommitList commits =
        switch (context.target(target)) {
          case Target.Local local ->
              LocalGraph.with(
                  context,
                  local,
                  graph ->
                      CommitList.of(
                          graph,
                          new HistoryPage(
                              isAll ? null : listed,
                              before,
                              limit == null ? Long.MAX_VALUE : limit)));
          case Target.Remote remote ->
              Remote.read(context.connect(remote).get(path(listed)), CommitList.class);
        };
    if (json) {
      Console.json(spec, commits);
    } else {
      Console.lines(spec, commits.commits().stream().map(CommitListCommand::line).toList());
    }
    return 0;
  }

  private String path(String listed) {
    return "/commits?"
        + (isAll ? "all=true" : "branch=" + Console.encoded(listed))
        + (limit == null ? "" : "&limit=" + limit)
        + (before == null ? "" : "&before=" + Console.encoded(before));
  }

  private static String line(CommitView commit) {
    return "%s branch=%s version=%d%s"
        .formatted(
            commit.graphCommitId(),
            commit.branch(),
            commit.manifestVersion(),
            commit.actorId() == null ? "" : " actor=" + commit.actorId());
  }
}
