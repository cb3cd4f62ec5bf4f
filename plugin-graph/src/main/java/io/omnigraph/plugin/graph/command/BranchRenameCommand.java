package io.omnigraph.plugin.graph.command;

import io.omnigraph.api.command.CommandContext;
import io.omnigraph.api.command.RemoteCall;
import io.omnigraph.api.command.RemotePath;
import io.omnigraph.api.command.TargetFlags;
import io.omnigraph.api.command.Work;
import io.omnigraph.graph.BranchNames;
import io.omnigraph.ground.access.Deed;
import io.omnigraph.plugin.graph.serving.BranchBodies.RenameRequest;
import io.omnigraph.plugin.graph.serving.BranchBodies.Renamed;
import io.omnigraph.plugin.graph.serving.BranchWork;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Gives a branch another name. */
@Command(name = "rename", description = "Give a branch another name.")
final class BranchRenameCommand extends GraphCommand<Renamed> {

  @Parameters(index = "0", paramLabel = "NAME", description = "The branch to rename.")
  private String name;

  @Parameters(index = "1", paramLabel = "TO", description = "Its new name.")
  private String to;

  BranchRenameCommand(CommandContext context) {
    super(context, new TargetFlags());
  }

  @Override
  protected Work<Renamed> work() {
    String old = CheckedNames.branch(name, BranchNames::problemOfRemoval);
    String fresh = CheckedNames.branch(to, BranchNames::problemOfNew);
    return naming(
        List.of(Deed.branchDelete(old), Deed.branchCreate(old, fresh)),
        (graph, actor) -> new BranchWork(graph, actor).rename(old, fresh),
        RemoteCall.post(
            RemotePath.of("branches", "rename"), new RenameRequest(old, fresh), Renamed.class));
  }

  @Override
  protected List<String> lines(Renamed branch) {
    return List.of("renamed branch " + branch.name() + " to " + branch.to());
  }
}
