package io.omnigraph.cli.cluster;

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
   * @param actor who acts, asked by the commands that record it
   */
  public static Collection<Object> all(Supplier<Optional<String>> actor) {
    return List.of(
        new ValidateCommand(),
        new ImportCommand(),
        new PlanCommand(),
        new ApplyCommand(actor),
        new ApproveCommand(actor),
        new StatusCommand(),
        new RefreshCommand(),
        new ForceUnlockCommand());
  }
}
