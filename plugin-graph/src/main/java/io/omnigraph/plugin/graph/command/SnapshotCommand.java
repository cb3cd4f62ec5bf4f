package io.omnigraph.plugin.graph.command;

import io.omnigraph.api.command.CommandContext;
import io.omnigraph.api.command.Target;
import io.omnigraph.api.command.TargetOptions;
import io.omnigraph.graph.Graph;
import io.omnigraph.graph.snapshot.ReadTarget;
import io.omnigraph.graph.snapshot.Snapshot;
import io.omnigraph.plugin.graph.serving.SnapshotReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows where the tables of a branch stand. */
@Command(name = "snapshot", description = "Show the tables of a branch and their row counts.")
final class SnapshotCommand implements Callable<Integer> {

  private final CommandContext context;

  @Spec private CommandSpec spec;

  @Mixin private TargetOptions target;

  @Option(names = "--branch", paramLabel = "BRANCH", description = "The branch to show.")
  private @Nullable String branch;

  @ArgGroup private @Nullable Past past;

  @Option(names = "--json", description = "Print one JSON document.")
  private boolean json;

  SnapshotCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    String shown = Branches.checked(branch == null ? context.defaultBranch(target) : branch);
    Optional<String> revision = Optional.ofNullable(past).map(chosen -> chosen.revision(shown));
    SnapshotReport report =
        switch (context.target(target)) {
          case Target.Local local ->
              LocalGraph.with(context, local, graph -> report(graph, shown, revision));
          case Target.Remote remote ->
              Remote.read(context.connect(remote).get(path(shown, revision)), SnapshotReport.class);
        };
    if (json) {
      Console.json(spec, report);
    } else {
      Console.lines(spec, lines(report));
    }
    return 0;
  }

  private static SnapshotReport report(Graph graph, String branch, Optional<String> revision) {
    if (revision.isEmpty()) {
      return SnapshotReport.of(branch, graph.snapshot(new ReadTarget.Branch(branch)));
    }
    Snapshot snapshot = graph.snapshot(Branches.revision(revision.get()));
    return SnapshotReport.of(snapshot.commit().branch(), snapshot);
  }

  private static String path(String branch, Optional<String> revision) {
    return revision
        .map(text -> "/snapshot?at=" + Console.encoded(text))
        .orElseGet(() -> "/snapshot?branch=" + Console.encoded(branch));
  }

  private static List<String> lines(SnapshotReport report) {
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
