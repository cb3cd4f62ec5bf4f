package io.omnigraph.cli.cluster;

import io.omnigraph.core.cluster.Cluster;
import io.omnigraph.core.cluster.ClusterEnvironment;
import io.omnigraph.core.report.Report;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Removes a lock that a dead process left. */
@Command(
    name = "force-unlock",
    description = "Remove a lock that a dead process left, by the exact id that status shows.")
final class ForceUnlockCommand extends ClusterCommand<Report> {

  @Parameters(paramLabel = "LOCK_ID", description = "The id of the lock.")
  private String lockId;

  ForceUnlockCommand(ClusterEnvironment environment) {
    super(environment);
  }

  @Override
  Report run(Cluster cluster) {
    return cluster.forceUnlock(lockId);
  }
}
