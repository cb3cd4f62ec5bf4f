package io.omnigraph.plugin.graph.command;

import io.omnigraph.api.command.CommandContext;
import io.omnigraph.api.command.RemoteCall;
import io.omnigraph.api.command.RemotePath;
import io.omnigraph.api.command.TargetFlags;
import io.omnigraph.api.command.Work;
import io.omnigraph.graph.BranchNames;
import io.omnigraph.ground.access.Deed;
import io.omnigraph.plugin.graph.serving.BranchBodies.CreateRequest;
import io.omnigraph.plugin.graph.serving.BranchBodies.Created;
import io.omnigraph.plugin.graph.serving.BranchWork;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Creates a branch. */
@Command(name = "create", description = "Create a branch at the head of another one.")
final class BranchCreateCommand extends GraphCommand<Created> {

  @Parameters(paramLabel = "NAME", description = "The name of the new branch.")
  private String name;

  @Option(names = "--from", paramLabel = "BRANCH", description = "The branch it starts at.")
  private @Nullable String from;

  BranchCreateCommand(CommandContext context) {
    super(context, new TargetFlags());
  }

  @Override
  protected Work<Created> work() {
    String created = CheckedNames.branch(name, BranchNames::problemOfNew);
    String base = branch(from);
    return naming(
        List.of(Deed.branchCreate(base, created)),
        (graph, actor) -> new BranchWork(graph, actor).create(created, base),
        RemoteCall.post(
            RemotePath.of("branches"), new CreateRequest(created, base), Created.class));
  }

  @Override
  protected List<String> lines(Created branch) {
    return List.of("created branch " + branch.name() + " from " + branch.from());
  }
}
