package io.omnigraph.plugin.graph.command;

import io.omnigraph.api.command.CommandContext;
import io.omnigraph.api.command.Target;
import io.omnigraph.api.command.TargetOptions;
import io.omnigraph.graph.maintenance.GraphStats;
import io.omnigraph.graph.maintenance.GraphStats.TableStats;
import io.omnigraph.graph.snapshot.ReadTarget;
import io.omnigraph.ground.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Counts what a graph consists of. */
@Command(
    name = "stats",
    description = "Count the rows, fragments, indexes, commits and bytes of a graph.")
final class StatsCommand implements Callable<Integer> {

  private final CommandContext context;

  @Spec private CommandSpec spec;

  @Mixin private TargetOptions target;

  @Option(names = "--branch", paramLabel = "BRANCH", description = "The branch to count.")
  private @Nullable String branch;

  @Option(names = "--json", description = "Print one JSON document.")
  private boolean json;

  StatsCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    String counted = Branches.checked(branch == null ? context.defaultBranch(target) : branch);
    GraphStats stats =
        switch (context.target(target)) {
          case Target.Local local ->
              LocalGraph.with(
                  context,
                  local,
                  graph -> graph.maintenance().stats(new ReadTarget.Branch(counted)));
          case Target.Remote remote ->
              Remote.read(
                  context.connect(remote).get("/stats?branch=" + Console.encoded(counted)),
                  GraphStats.class);
        };
    if (json) {
      Console.json(spec, stats);
    } else {
      Console.lines(spec, lines(stats));
    }
    return 0;
  }

  private static List<String> lines(GraphStats stats) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "stats %s — branch %s, version %d"
            .formatted(stats.uri(), stats.branch(), stats.manifestVersion()));
    for (TableStats table : stats.tables()) {
      lines.add(
          "  %-40s rows=%d dead=%d fragments=%d bytes=%d stored=%d%s"
              .formatted(
                  table.tableKey(),
                  table.rows(),
                  table.deadRows(),
                  table.fragments(),
                  table.bytes(),
                  table.storedBytes(),
                  table.indexes().isEmpty()
                      ? ""
                      : " indexes=" + String.join(",", table.indexes())));
    }
    lines.add(
        String.join(
            ", ",
            Quantity.of(stats.commits(), "commit"),
            Quantity.of(stats.branches(), "branch", "branches"),
            Quantity.of(stats.tags(), "tag"),
            Quantity.of(stats.bytes(), "byte")));
    return lines;
  }
}
