package io.omnigraph.cli.cluster;

import io.omnigraph.api.command.CommandFailure;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Approves a change that waits for it. */
@Command(
    name = "approve",
    description = "Approve a change that waits for it; bound to exactly the change of now.")
final class ApproveCommand implements Callable<Integer> {

  private final Supplier<Optional<String>> actor;

  @Mixin private final ClusterOptions options = new ClusterOptions();

  @Parameters(paramLabel = "ADDRESS", description = "The resource, such as graph.scratch.")
  private String address;

  @Spec private CommandSpec spec;

  ApproveCommand(Supplier<Optional<String>> actor) {
    this.actor = actor;
  }

  @Override
  public Integer call() {
    String approver =
        actor
            .get()
            .orElseThrow(() ->
                CommandFailure.failed(
                    "an approval needs an actor: pass --as ACTOR, or set cli.actor in"
                        + " omnigraph.yaml"));
    return options.show(options.cluster().approve(address, approver), spec);
  }
}
