package io.omnigraph.plugin.graph.command;

import io.omnigraph.api.command.CommandContext;
import io.omnigraph.api.command.RemoteCall;
import io.omnigraph.api.command.RemotePath;
import io.omnigraph.api.command.TargetOptions;
import io.omnigraph.api.command.Work;
import io.omnigraph.graph.Graph;
import io.omnigraph.graph.snapshot.ReadTarget;
import io.omnigraph.graph.snapshot.Snapshot;
import io.omnigraph.plugin.graph.serving.SnapshotReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows where the tables of a branch stand. */
@Command(name = "snapshot", description = "Show the tables of a branch and their row counts.")
final class SnapshotCommand extends GraphCommand<SnapshotReport> {

  @Option(names = "--branch", paramLabel = "BRANCH", description = "The branch to show.")
  private @Nullable String branch;

  @ArgGroup private @Nullable Past past;

  SnapshotCommand(CommandContext context) {
    super(context, new TargetOptions());
  }

  @Override
  protected Work<SnapshotReport> work() {
    String shown = branch(branch);
    Optional<String> revision = Optional.ofNullable(past).map(chosen -> chosen.revision(shown));
    return reading(
        graph -> report(graph, shown, revision),
        RemoteCall.get(path(shown, revision), SnapshotReport.class));
  }

  private static SnapshotReport report(Graph graph, String branch, Optional<String> revision) {
    if (revision.isEmpty()) {
      return SnapshotReport.of(branch, graph.snapshot(new ReadTarget.Branch(branch)));
    }
    Snapshot snapshot = graph.snapshot(CheckedNames.revision(revision.get()));
    return SnapshotReport.of(snapshot.commit().branch(), snapshot);
  }

  private static RemotePath path(String branch, Optional<String> revision) {
    RemotePath path = RemotePath.of("snapshot");
    return revision.map(text -> path.with("at", text)).orElseGet(() -> path.with("branch", branch));
  }

  @Override
  protected List<String> lines(SnapshotReport report) {
    List<String> lines = new ArrayList<>();
    lines.add("branch: " + report.branch());
    lines.add("manifest_version: " + report.manifestVersion());
    report
        .tables()
        .forEach(table ->
            lines.add(
                "%s v%d branch=%s rows=%d"
                    .formatted(
                        table.tableKey(),
                        table.tableVersion(),
                        table.tableBranch() == null ? "main" : table.tableBranch(),
                        table.rowCount())));
    return lines;
  }

  /** A state that is not the head of a branch. */
  private static final class Past {

    @Option(
        names = "--snapshot",
        paramLabel = "COMMIT_ID",
        description = "Show the tables of this commit.")
    private @Nullable String commit;

    @Option(names = "--tag", paramLabel = "TAG", description = "Show the tables of a tag.")
    private @Nullable String tag;

    @Option(
        names = "--at",
        paramLabel = "TIME",
        description = "Show the tables of the branch as it was, such as 2026-11-22T18:30:00Z.")
    private @Nullable String time;

    String revision(String branch) {
      if (tag != null) {
        return "tag:" + tag;
      }
      return commit == null ? branch + "@" + time : commit;
    }
  }
}
