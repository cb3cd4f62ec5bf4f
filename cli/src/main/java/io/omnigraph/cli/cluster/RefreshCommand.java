package io.omnigraph.cli.cluster;

import io.omnigraph.core.cluster.Cluster;
import io.omnigraph.core.cluster.ClusterEnvironment;
import io.omnigraph.core.report.Report;
import picocli.CommandLine.Command;

/** Looks at everything declared and records what is found. */
@Command(name = "refresh", description = "Look at everything declared and record what is found.")
final class RefreshCommand extends ClusterCommand<Report> {

  RefreshCommand(ClusterEnvironment environment) {
    super(environment);
  }

  @Override
  Report run(Cluster cluster) {
    return cluster.refresh();
  }
}
