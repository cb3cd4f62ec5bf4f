package io.omnigraph.cli.cluster;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Look at everything declared and record what is found. */
@Command(name = "refresh", description = "Look at everything declared and record what is found.")
final class RefreshCommand implements Callable<Integer> {

  @Mixin private final ClusterOptions options = new ClusterOptions();
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    return options.show(options.cluster().refresh(), spec);
  }
}
