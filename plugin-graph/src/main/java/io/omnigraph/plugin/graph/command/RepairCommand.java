package io.omnigraph.plugin.graph.command;

import io.omnigraph.api.command.CommandContext;
import io.omnigraph.api.command.CommandFailure;
import io.omnigraph.api.command.RemoteCall;
import io.omnigraph.api.command.RemotePath;
import io.omnigraph.api.command.TargetOptions;
import io.omnigraph.api.command.Work;
import io.omnigraph.graph.maintenance.RepairReport;
import io.omnigraph.graph.maintenance.RepairReport.Finding;
import io.omnigraph.graph.maintenance.RepairReport.TableRepair;
import io.omnigraph.ground.Quantity;
import io.omnigraph.plugin.graph.serving.MaintenanceBodies.Repair;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Finds damage and mends it. */
@Command(
    name = "repair",
    description = "Check every file that a graph needs, and mend what can be mended.")
final class RepairCommand extends GraphCommand<RepairReport> {

  @Option(names = "--confirm", description = "Mend what can be mended without losing anything.")
  private boolean confirm;

  @Option(
      names = "--force",
      description = "With --confirm: also go back to the last sound state of a damaged branch.")
  private boolean force;

  RepairCommand(CommandContext context) {
    super(context, new TargetOptions());
  }

  @Override
  protected Work<RepairReport> work() {
    if (force && !confirm) {
      throw CommandFailure.usage("`--force` requires `--confirm`");
    }
    Repair request = new Repair(confirm, force);
    return whole(
        graph -> graph.maintenance().repair(request.mode()),
        RemoteCall.post(RemotePath.of("repair"), request, RepairReport.class));
  }

  @Override
  protected int exitCode(RepairReport report) {
    if (report.refused() == 0) {
      return 0;
    }
    say(
        "Error: repair refused %s; rerun with --confirm --force"
            .formatted(Quantity.of(report.refused(), "finding")));
    return 1;
  }

  @Override
  protected List<String> lines(RepairReport report) {
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
