package io.omnigraph.plugin.graph.command;

import io.omnigraph.api.command.CommandContext;
import io.omnigraph.api.command.Target;
import io.omnigraph.api.command.TargetOptions;
import io.omnigraph.plugin.graph.serving.TagBodies.TagList;
import io.omnigraph.plugin.graph.serving.TagBodies.TagView;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Lists tags. */
@Command(name = "list", description = "List the tags of a graph.")
final class TagListCommand implements Callable<Integer> {

  private final CommandContext context;

  @Spec private CommandSpec spec;

  @Mixin private TargetOptions target;

  @Option(names = "--json", description = "Print one JSON document.")
  private boolean json;

  TagListCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    TagList tags =
        switch (context.target(target)) {
          case Target.Local local ->
              LocalGraph.with(context, local, graph -> TagList.of(graph.tags()));
          case Target.Remote remote ->
              Remote.read(context.connect(remote).get("/tags"), TagList.class);
        };
    if (json) {
      Console.json(spec, tags);
    } else {
      Console.lines(spec, tags.tags().stream().map(TagListCommand::line).toList());
    }
    return 0;
  }

  private static String line(TagView tag) {
    return "%s %s%s"
        .formatted(
            tag.name(), tag.graphCommitId(), tag.message() == null ? "" : "  " + tag.message());
  }
}
