package io.omnigraph.cli.cluster;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Removes a lock that a dead process left. */
@Command(
    name = "force-unlock",
    description = "Remove a lock that a dead process left, by the exact id that status shows.")
final class ForceUnlockCommand implements Callable<Integer> {

  @Mixin private final ClusterOptions options = new ClusterOptions();

  @Parameters(paramLabel = "LOCK_ID", description = "The id of the lock.")
  private String lockId;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    return options.show(options.cluster().forceUnlock(lockId), spec);
  }
}
