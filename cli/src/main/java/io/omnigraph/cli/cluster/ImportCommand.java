package io.omnigraph.cli.cluster;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Create the ledger from the declaration and what is really there. */
@Command(
    name = "import",
    description = "Create the ledger from the declaration and what is really there.")
final class ImportCommand implements Callable<Integer> {

  @Mixin private final ClusterOptions options = new ClusterOptions();
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    return options.show(options.cluster().importState(), spec);
  }
}
