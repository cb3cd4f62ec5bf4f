package io.omnigraph.cli.cluster;

import io.omnigraph.core.cluster.Cluster;
import io.omnigraph.core.cluster.ClusterEnvironment;
import io.omnigraph.core.report.Report;
import picocli.CommandLine.Command;

/** Shows the ledger and who holds the lock; touches no graph. */
@Command(name = "status", description = "Show the ledger and who holds the lock; touches no graph.")
final class StatusCommand extends ClusterCommand<Report> {

  StatusCommand(ClusterEnvironment environment) {
    super(environment);
  }

  @Override
  Report run(Cluster cluster) {
    return cluster.status();
  }
}
