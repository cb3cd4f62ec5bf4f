package io.omnigraph.cli.cluster;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Show the ledger and who holds the lock; touches no graph. */
@Command(name = "status", description = "Show the ledger and who holds the lock; touches no graph.")
final class StatusCommand implements Callable<Integer> {

  @Mixin private final ClusterOptions options = new ClusterOptions();
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    return options.show(options.cluster().status(), spec);
  }
}
