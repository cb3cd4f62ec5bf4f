package io.omnigraph.plugin.graph.command;

import io.omnigraph.api.command.CommandContext;
import io.omnigraph.api.command.CommandFailure;
import io.omnigraph.api.command.RemoteCall;
import io.omnigraph.api.command.RemotePath;
import io.omnigraph.api.command.TargetOptions;
import io.omnigraph.api.command.Work;
import io.omnigraph.graph.BranchNames;
import io.omnigraph.graph.commit.HistoryPage;
import io.omnigraph.plugin.graph.serving.CommitList;
import io.omnigraph.plugin.graph.serving.CommitView;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists the history of a branch. */
@Command(name = "list", description = "List the commits of a branch, newest first.")
final class CommitListCommand extends GraphCommand<CommitList> {

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

  CommitListCommand(CommandContext context) {
    super(context, new TargetOptions());
  }

  @Override
  protected Work<CommitList> work() {
    String named = branch(branch);
    if (limit != null && limit < 1) {
      throw CommandFailure.usage("`--limit` must be at least 1, found `" + limit + "`");
    }
    String listed = isAll ? null : named;
    HistoryPage page = new HistoryPage(listed, before, limit == null ? Long.MAX_VALUE : limit);
    return reading(
        graph -> CommitList.of(graph, page),
        RemoteCall.get(
            RemotePath.of("commits")
                .with("all", isAll ? true : null)
                .with("branch", listed)
                .with("limit", limit)
                .with("before", before),
            CommitList.class));
  }

  @Override
  protected List<String> lines(CommitList commits) {
    return commits.commits().stream().map(CommitListCommand::line).toList();
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
