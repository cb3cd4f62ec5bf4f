package io.omnigraph.plugin.graph.command;

import io.omnigraph.api.command.CommandContext;
import io.omnigraph.api.command.CommandFailure;
import io.omnigraph.api.command.Target;
import io.omnigraph.api.command.TargetFlags;
import io.omnigraph.ground.access.WriteGate;
import io.omnigraph.plugin.graph.serving.TagBodies.Deleted;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Removes a tag. */
@Command(
    name = "delete",
    description = "Delete a tag; the commit stays while something reaches it.")
final class TagDeleteCommand implements Callable<Integer> {

  private final CommandContext context;

  @Spec private CommandSpec spec;

  @Mixin private TargetFlags target;

  @Parameters(paramLabel = "NAME", description = "The tag to delete.")
  private String name;

  @Option(names = "--json", description = "Print one JSON document.")
  private boolean json;

  TagDeleteCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    String tag = Branches.checked(name);
    Deleted deleted =
        switch (context.target(target.options())) {
          case Target.Local local -> delete(local, tag);
          case Target.Remote remote ->
              Remote.read(
                  context.connect(remote).delete("/tags/" + Console.encoded(tag)), Deleted.class);
        };
    if (json) {
      Console.json(spec, deleted);
    } else {
      Console.lines(spec, List.of("deleted tag " + deleted.name()));
    }
    return 0;
  }

  private Deleted delete(Target.Local local, String tag) {
    String actor = context.actor(target.options()).orElse(null);
    context.gate(target.options()).check(actor, WriteGate.Write.branchDelete(tag));
    return LocalGraph.with(
        context,
        local,
        graph -> {
          if (!graph.deleteTag(tag)) {
            throw CommandFailure.failed("tag '" + tag + "' not found");
          }
          return new Deleted(tag);
        });
  }
}
