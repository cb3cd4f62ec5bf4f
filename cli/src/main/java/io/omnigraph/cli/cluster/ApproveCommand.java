package io.omnigraph.cli.cluster;

import io.omnigraph.api.command.CommandFailure;
import io.omnigraph.core.cluster.Cluster;
import io.omnigraph.core.cluster.ClusterEnvironment;
import io.omnigraph.core.report.Report;
import java.util.Optional;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Approves a change that waits for it. */
@Command(
    name = "approve",
    description = "Approve a change that waits for it; bound to exactly the change of now.")
final class ApproveCommand extends ClusterCommand<Report> {

  private final Supplier<Optional<String>> actor;

  @Parameters(paramLabel = "ADDRESS", description = "The resource, such as graph.scratch.")
  private String address;

  ApproveCommand(ClusterEnvironment environment, Supplier<Optional<String>> actor) {
    super(environment);
    this.actor = actor;
  }

  @Override
  Report run(Cluster cluster) {
    String approver =
        actor
            .get()
            .orElseThrow(() ->
                CommandFailure.failed(
                    "an approval needs an actor: pass --as ACTOR, or set cli.actor in"
                        + " omnigraph.yaml"));
    return cluster.approve(address, approver);
  }
}
