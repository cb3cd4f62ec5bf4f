package io.omnigraph.plugin.graph.command;

import io.omnigraph.api.command.CommandContext;
import io.omnigraph.api.command.RemoteCall;
import io.omnigraph.api.command.RemotePath;
import io.omnigraph.api.command.TargetOptions;
import io.omnigraph.api.command.Work;
import io.omnigraph.plugin.graph.serving.BranchBodies.Names;
import java.util.List;
import picocli.CommandLine.Command;

/** Lists branches. */
@Command(name = "list", description = "List the branches of a graph.")
final class BranchListCommand extends GraphCommand<Names> {

  BranchListCommand(CommandContext context) {
    super(context, new TargetOptions());
  }

  @Override
  protected Work<Names> work() {
    return reading(
        graph -> new Names(graph.branches()),
        RemoteCall.get(RemotePath.of("branches"), Names.class));
  }

  @Override
  protected List<String> lines(Names names) {
    return names.branches();
  }
}
