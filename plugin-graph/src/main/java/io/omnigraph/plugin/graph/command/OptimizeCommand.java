package io.omnigraph.plugin.graph.command;

import io.omnigraph.api.command.CommandContext;
import io.omnigraph.api.command.RemoteCall;
import io.omnigraph.api.command.RemotePath;
import io.omnigraph.api.command.TargetOptions;
import io.omnigraph.api.command.Work;
import io.omnigraph.graph.maintenance.OptimizeReport;
import io.omnigraph.graph.maintenance.OptimizeReport.TableOptimization;
import io.omnigraph.ground.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;

/** Joins small fragments and builds indexes. */
@Command(
    name = "optimize",
    description = "Store a graph in fewer fragments and build the indexes that pay.")
final class OptimizeCommand extends GraphCommand<OptimizeReport> {

  OptimizeCommand(CommandContext context) {
    super(context, new TargetOptions());
  }

  @Override
  protected Work<OptimizeReport> work() {
    return whole(
        graph -> graph.maintenance().optimize(),
        RemoteCall.post(RemotePath.of("optimize"), Map.of(), OptimizeReport.class));
  }

  @Override
  protected List<String> lines(OptimizeReport report) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "optimize %s — %s".formatted(report.uri(), Quantity.of(report.tables().size(), "table")));
    report
        .tables()
        .forEach(table -> lines.add("  %-40s %s".formatted(table.tableKey(), end(table))));
    return lines;
  }

  private static String end(TableOptimization table) {
    if (table.skipped() != null) {
      return "skipped (" + table.skipped() + ")";
    }
    return table.committed()
        ? "frags %d → %d ✓".formatted(table.fragmentsRemoved(), table.fragmentsAdded())
        : "no-op";
  }
}
