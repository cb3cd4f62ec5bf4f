package io.omnigraph.cli.cluster;

import io.omnigraph.core.cluster.Cluster;
import io.omnigraph.core.cluster.ClusterEnvironment;
import io.omnigraph.core.report.Report;
import picocli.CommandLine.Command;

/** Shows exactly what apply would do. */
@Command(name = "plan", description = "Show exactly what apply would do.")
final class PlanCommand extends ClusterCommand {

  PlanCommand(ClusterEnvironment environment) {
    super(environment);
  }

  @Override
  Report run(Cluster cluster) {
    return cluster.plan();
  }
}
