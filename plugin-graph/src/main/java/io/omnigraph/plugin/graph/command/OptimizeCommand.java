package io.omnigraph.plugin.graph.command;

import io.omnigraph.api.command.CommandContext;
import io.omnigraph.api.command.Target;
import io.omnigraph.api.command.TargetOptions;
import io.omnigraph.graph.maintenance.OptimizeReport;
import io.omnigraph.graph.maintenance.OptimizeReport.TableOptimization;
import io.omnigraph.ground.Quantity;
import io.omnigraph.ground.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Joins small fragments and builds indexes. */
@Command(
    name = "optimize",
    description = "Store a graph in fewer fragments and build the indexes that pay.")
final class OptimizeCommand implements Callable<Integer> {

  private final CommandContext context;

  @Spec private CommandSpec spec;

  @Mixin private TargetOptions target;

  @Option(names = "--json", description = "Print one JSON document.")
  private boolean json;

  OptimizeCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    OptimizeReport report =
        switch (context.target(target)) {
          case Target.Local local ->
              LocalGraph.whole(context, local, graph -> graph.maintenance().optimize());
          case Target.Remote remote ->
              Remote.read(
                  context.connect(remote).post("/optimize", Json.object()), OptimizeReport.class);
        };
    if (json) {
      Console.json(spec, report);
    } else {
      Console.lines(spec, lines(report));
    }
    return 0;
  }

  private static List<String> lines(OptimizeReport report) {
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
