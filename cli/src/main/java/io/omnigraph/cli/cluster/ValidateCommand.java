package io.omnigraph.cli.cluster;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Parse and check everything that is declared; touches nothing. */
@Command(
    name = "validate",
    description = "Parse and check everything that is declared; touches nothing.")
final class ValidateCommand implements Callable<Integer> {

  @Mixin private final ClusterOptions options = new ClusterOptions();
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    return options.show(options.cluster().validate(), spec);
  }
}
