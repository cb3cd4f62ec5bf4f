package io.omnigraph.plugin.graph.command;

import io.omnigraph.api.command.CommandContext;
import io.omnigraph.api.command.RemoteCall;
import io.omnigraph.api.command.RemotePath;
import io.omnigraph.api.command.TargetOptions;
import io.omnigraph.api.command.Work;
import io.omnigraph.graph.maintenance.GraphStats;
import io.omnigraph.graph.maintenance.GraphStats.TableStats;
import io.omnigraph.graph.snapshot.ReadTarget;
import io.omnigraph.ground.Quantity;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Counts what a graph consists of. */
@Command(
    name = "stats",
    description = "Count the rows, fragments, indexes, commits and bytes of a graph.")
final class StatsCommand extends GraphCommand<GraphStats> {

  @Option(names = "--branch", paramLabel = "BRANCH", description = "The branch to count.")
  private @Nullable String branch;

  StatsCommand(CommandContext context) {
    super(context, new TargetOptions());
  }

  @Override
  protected Work<GraphStats> work() {
    String counted = branch(branch);
    return reading(
        graph -> graph.maintenance().stats(new ReadTarget.Branch(counted)),
        RemoteCall.get(RemotePath.of("stats").with("branch", counted), GraphStats.class));
  }

  @Override
  protected List<String> lines(GraphStats stats) {
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
