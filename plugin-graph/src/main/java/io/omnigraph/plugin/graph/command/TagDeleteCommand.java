package io.omnigraph.plugin.graph.command;

import io.omnigraph.api.command.CommandContext;
import io.omnigraph.api.command.RemoteCall;
import io.omnigraph.api.command.RemotePath;
import io.omnigraph.api.command.TargetFlags;
import io.omnigraph.api.command.Work;
import io.omnigraph.ground.access.Deed;
import io.omnigraph.plugin.graph.serving.TagBodies.Deleted;
import io.omnigraph.plugin.graph.serving.TagWork;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Removes a tag. */
@Command(
    name = "delete",
    description = "Delete a tag; the commit stays while something reaches it.")
final class TagDeleteCommand extends GraphCommand<Deleted> {

  @Parameters(paramLabel = "NAME", description = "The tag to delete.")
  private String name;

  TagDeleteCommand(CommandContext context) {
    super(context, new TargetFlags());
  }

  @Override
  protected Work<Deleted> work() {
    String tag = CheckedNames.branch(name);
    return naming(
        List.of(Deed.branchDelete(tag)),
        (graph, actor) -> new TagWork(graph, actor).delete(tag),
        RemoteCall.delete(RemotePath.of("tags", tag), Deleted.class));
  }

  @Override
  protected List<String> lines(Deleted tag) {
    return List.of("deleted tag " + tag.name());
  }
}
