package io.omnigraph.cli.cluster;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Converges reality to the declaration. */
@Command(
    name = "apply",
    description = "Converge reality to the declaration and record it; safe to run again.")
final class ApplyCommand implements Callable<Integer> {

  private final Supplier<Optional<String>> actor;

  @Mixin private final ClusterOptions options = new ClusterOptions();
  @Spec private CommandSpec spec;

  ApplyCommand(Supplier<Optional<String>> actor) {
    this.actor = actor;
  }

  @Override
  public Integer call() {
    return options.show(options.cluster().apply(actor.get()), spec);
  }
}
