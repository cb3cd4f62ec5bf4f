package io.omnigraph.cli.cluster;

import io.omnigraph.core.cluster.Cluster;
import io.omnigraph.core.cluster.ClusterEnvironment;
import io.omnigraph.core.report.Report;
import picocli.CommandLine.Command;

/** Parses and checks everything that is declared; touches nothing. */
@Command(
    name = "validate",
    description = "Parse and check everything that is declared; touches nothing.")
final class ValidateCommand extends ClusterCommand<Report> {

  ValidateCommand(ClusterEnvironment environment) {
    super(environment);
  }

  @Override
  Report run(Cluster cluster) {
    return cluster.validate();
  }
}
