package io.omnigraph.plugin.graph.command;

import io.omnigraph.api.command.CommandContext;
import io.omnigraph.graph.BranchNames;
import io.omnigraph.ground.access.WriteGate;
import io.omnigraph.plugin.graph.serving.BranchBodies.Deleted;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Removes a branch. */
@Command(
    name = "delete",
    description = "Delete a branch; refused while branches depend on it that were created from it.")
final class BranchDeleteCommand extends BranchCommand<Deleted> {

  @Parameters(paramLabel = "NAME", description = "The branch to delete.")
  private String name;

  BranchDeleteCommand(CommandContext context) {
    super(context);
  }

  @Override
  Deleted run() {
    String deleted = Branches.checked(name, BranchNames::problemOfRemoval);
    return does(
        List.of(WriteGate.Write.branchDelete(deleted)),
        work -> work.delete(deleted),
        remote -> remote.delete("/branches/" + Console.encoded(deleted)),
        Deleted.class);
  }

  @Override
  String line(Deleted result) {
    return "deleted branch " + result.name();
  }
}
