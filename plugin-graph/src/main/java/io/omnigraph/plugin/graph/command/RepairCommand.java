package io.omnigraph.plugin.graph.command;

import io.omnigraph.api.command.CommandContext;
import io.omnigraph.api.command.CommandFailure;
import io.omnigraph.api.command.Target;
import io.omnigraph.api.command.TargetOptions;
import io.omnigraph.graph.maintenance.RepairReport;
import io.omnigraph.graph.maintenance.RepairReport.Finding;
import io.omnigraph.graph.maintenance.RepairReport.TableRepair;
import io.omnigraph.ground.Quantity;
import io.omnigraph.ground.json.Json;
import io.omnigraph.plugin.graph.serving.MaintenanceBodies.Repair;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Finds damage and mends it. */
@Command(
    name = "repair",
    description = "Check every file that a graph needs, and mend what can be mended.")
final class RepairCommand implements Callable<Integer> {

  private final CommandContext context;

  @Spec private CommandSpec spec;

  @Mixin private TargetOptions target;

  @Option(names = "--confirm", description = "Mend what can be mended without losing anything.")
  private boolean confirm;

  @Option(
      names = "--force",
      description = "With --confirm: also go back to the last sound state of a damaged branch.")
  private boolean force;

  @Option(names = "--json", description = "Print one JSON document.")
  private boolean json;

  RepairCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    if (force && !confirm) {
      throw CommandFailure.usage("`--force` requires `--confirm`");
    }
    Repair request = new Repair(confirm, force);
    RepairReport report =
        switch (context.target(target)) {
          case Target.Local local ->
              LocalGraph.whole(context, local, graph -> graph.maintenance().repair(request.mode()));
          case Target.Remote remote ->
              Remote.read(
                  context.connect(remote).post("/repair", Json.tree(request)), RepairReport.class);
        };
    if (json) {
      Console.json(spec, report);
    } else {
      Console.lines(spec, lines(report));
    }
    if (report.refused() > 0) {
      spec.commandLine()
          .getErr()
          .println(
              "Error: repair refused %s; rerun with --confirm --force"
                  .formatted(Quantity.of(report.refused(), "finding")));
      return 1;
    }
    return 0;
  }

  private static List<String> lines(RepairReport report) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "repair %s — %s mode, %s"
            .formatted(
                report.uri(),
                report.confirm() ? "confirm" : "preview",
                Quantity.of(report.tables().size(), "table")));
    for (TableRepair table : report.tables()) {
      lines.add(
          "  %-40s %s %s v%d"
              .formatted(
                  table.tableKey(),
                  table.action(),
                  table.classification(),
                  table.manifestVersion()));
    }
    for (Finding finding : report.findings()) {
      lines.add("  %s: %s".formatted(finding.subject(), finding.explanation()));
      lines.add("    %s: %s".formatted(finding.action(), finding.remedy()));
    }
    if (!report.confirm() && !report.findings().isEmpty()) {
      lines.add("nothing was changed; rerun with --confirm to mend");
    }
    return lines;
  }
}
