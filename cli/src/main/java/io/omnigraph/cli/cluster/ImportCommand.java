package io.omnigraph.cli.cluster;

import io.omnigraph.core.cluster.Cluster;
import io.omnigraph.core.cluster.ClusterEnvironment;
import io.omnigraph.core.report.Report;
import picocli.CommandLine.Command;

/** Creates the ledger from the declaration and what is really there. */
@Command(
    name = "import",
    description = "Create the ledger from the declaration and what is really there.")
final class ImportCommand extends ClusterCommand<Report> {

  ImportCommand(ClusterEnvironment environment) {
    super(environment);
  }

  @Override
  Report run(Cluster cluster) {
    return cluster.importState();
  }
}
