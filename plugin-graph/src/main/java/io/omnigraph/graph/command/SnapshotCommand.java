package io.omnigraph.graph.command;

import io.omnigraph.api.command.CommandContext;
import io.omnigraph.api.command.Target;
import io.omnigraph.api.command.TargetOptions;
import io.omnigraph.graph.serving.SnapshotReport;
import io.omnigraph.graph.snapshot.ReadTarget;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
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

  @Option(names = "--json", description = "Print one JSON document.")
  private boolean json;

  SnapshotCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    String shown = Branches.checked(branch == null ? context.defaultBranch(target) : branch);
    SnapshotReport report =
        switch (context.target(target)) {
          case Target.Local local ->
              LocalGraph.with(
                  context,
                  local,
                  graph -> SnapshotReport.of(shown, graph.snapshot(new ReadTarget.Branch(shown))));
          case Target.Remote remote ->
              Remote.read(
                  context.connect(remote).get("/snapshot?branch=" + Console.encoded(shown)),
                  SnapshotReport.class);
        };
    if (json) {
      Console.json(spec, report);
    } else {
      Console.lines(spec, lines(report));
    }
    return 0;
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
}
