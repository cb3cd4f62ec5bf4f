package io.omnigraph.cli.cluster;

import io.omnigraph.core.cluster.Cluster;
import io.omnigraph.core.cluster.ClusterEnvironment;
import io.omnigraph.core.report.Report;
import java.util.Optional;
import java.util.function.Supplier;
import picocli.CommandLine.Command;

/** Converges reality to the declaration. */
@Command(
    name = "apply",
    description = "Converge reality to the declaration and record it; safe to run again.")
final class ApplyCommand extends ClusterCommand {

  private final Supplier<Optional<String>> actor;

  ApplyCommand(ClusterEnvironment environment, Supplier<Optional<String>> actor) {
    super(environment);
    this.actor = actor;
  }

  @Override
  Report run(Cluster cluster) {
    return cluster.apply(actor.get());
  }
}
