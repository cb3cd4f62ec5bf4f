package io.omnigraph.plugin.graph.command;

import io.omnigraph.api.command.CommandContext;
import io.omnigraph.api.command.RemoteCall;
import io.omnigraph.api.command.RemotePath;
import io.omnigraph.api.command.TargetOptions;
import io.omnigraph.api.command.Work;
import io.omnigraph.plugin.graph.serving.TagBodies.TagList;
import io.omnigraph.plugin.graph.serving.TagBodies.TagView;
import java.util.List;
import picocli.CommandLine.Command;

/** Lists tags. */
@Command(name = "list", description = "List the tags of a graph.")
final class TagListCommand extends GraphCommand<TagList> {

  TagListCommand(CommandContext context) {
    super(context, new TargetOptions());
  }

  @Override
  protected Work<TagList> work() {
    return reading(
        graph -> TagList.of(graph.tags()), RemoteCall.get(RemotePath.of("tags"), TagList.class));
  }

  @Override
  protected List<String> lines(TagList tags) {
    return tags.tags().stream().map(TagListCommand::line).toList();
  }

  private static String line(TagView tag) {
    return "%s %s%s"
        .formatted(
            tag.name(), tag.graphCommitId(), tag.message() == null ? "" : "  " + tag.message());
  }
}
