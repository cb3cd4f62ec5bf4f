package io.omnigraph.plugin.graph.command;

import io.omnigraph.api.command.CommandContext;
import io.omnigraph.api.command.Target;
import io.omnigraph.api.command.TargetOptions;
import io.omnigraph.plugin.graph.serving.BranchBodies.Names;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Lists branches. */
@Command(name = "list", description = "List the branches of a graph.")
final class BranchListCommand implements Callable<Integer> {

  private final CommandContext context;

  @Spec private CommandSpec spec;

  @Mixin private TargetOptions target;

  @Option(names = "--json", description = "Print one JSON document.")
  private boolean json;

  BranchListCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    Names names =
        switch (context.target(target)) {
          case Target.Local local ->
              LocalGraph.with(context, local, graph -> new Names(graph.branches()));
          case Target.Remote remote ->
              Remote.read(context.connect(remote).get("/branches"), Names.class);
        };
    if (json) {
      Console.json(spec, names);
    } else {
      Console.lines(spec, names.branches());
    }
    return 0;
  }
}
