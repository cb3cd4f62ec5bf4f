package io.omnigraph.plugin.graph.command;

import io.omnigraph.api.command.CommandContext;
import io.omnigraph.api.command.RemoteCall;
import io.omnigraph.api.command.RemotePath;
import io.omnigraph.api.command.TargetFlags;
import io.omnigraph.api.command.Work;
import io.omnigraph.graph.BranchNames;
import io.omnigraph.ground.access.Deed;
import io.omnigraph.plugin.graph.serving.BranchBodies.Deleted;
import io.omnigraph.plugin.graph.serving.BranchWork;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Removes a branch. */
@Command(
    name = "delete",
    description = "Delete a branch; refused while branches depend on it that were created from it.")
final class BranchDeleteCommand extends GraphCommand<Deleted> {

  @Parameters(paramLabel = "NAME", description = "The branch to delete.")
  private String name;

  BranchDeleteCommand(CommandContext context) {
    super(context, new TargetFlags());
  }

  @Override
  protected Work<Deleted> work() {
    String deleted = CheckedNames.branch(name, BranchNames::problemOfRemoval);
    return naming(
        List.of(Deed.branchDelete(deleted)),
        (graph, actor) -> new BranchWork(graph, actor).delete(deleted),
        RemoteCall.delete(RemotePath.of("branches", deleted), Deleted.class));
  }

  @Override
  protected List<String> lines(Deleted branch) {
    return List.of("deleted branch " + branch.name());
  }
}
