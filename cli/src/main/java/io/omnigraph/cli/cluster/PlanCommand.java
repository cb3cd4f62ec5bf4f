package io.omnigraph.cli.cluster;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Show exactly what apply would do. */
@Command(name = "plan", description = "Show exactly what apply would do.")
final class PlanCommand implements Callable<Integer> {

  @Mixin private final ClusterOptions options = new ClusterOptions();
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    return options.show(options.cluster().plan(), spec);
  }
}
