package io.omnigraph.cli.cluster;

import io.omnigraph.core.cluster.ClusterEnvironment;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The commands of the control plane, in the order in which they are used. */
public final class ClusterCommands {

  private ClusterCommands() {}

  /**
   * All of them.
   *
   * @param environment what clusters take from the world
   * @param actor who acts, asked by the commands that record it
   */
  public static Collection<Object> all(
      ClusterEnvironment environment, Supplier<Optional<String>> actor) {
    return List.of(
        new ValidateCommand(environment),
        new ImportCommand(environment),
        new PlanCommand(environment),
        new ApplyCommand(environment, actor),
        new ShowCommand(),
        new ApproveCommand(environment, actor),
        new StatusCommand(environment),
        new RefreshCommand(environment),
        new ForceUnlockCommand(environment));
  }
}
