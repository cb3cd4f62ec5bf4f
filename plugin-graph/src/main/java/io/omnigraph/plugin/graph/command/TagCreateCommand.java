package io.omnigraph.plugin.graph.command;

import io.omnigraph.api.command.CommandContext;
import io.omnigraph.api.command.RemoteCall;
import io.omnigraph.api.command.RemotePath;
import io.omnigraph.api.command.TargetFlags;
import io.omnigraph.api.command.Work;
import io.omnigraph.graph.snapshot.ReadTarget;
import io.omnigraph.ground.access.Deed;
import io.omnigraph.plugin.graph.serving.TagBodies.CreateRequest;
import io.omnigraph.plugin.graph.serving.TagBodies.TagView;
import io.omnigraph.plugin.graph.serving.TagWork;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Names a commit. */
@Command(
    name = "create",
    description = "Name a commit; it is kept for as long as the tag is there.")
final class TagCreateCommand extends GraphCommand<TagView> {

  @Parameters(index = "0", paramLabel = "NAME", description = "The name of the tag.")
  private String name;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "REVISION",
      description =
          "What to name: a branch, BRANCH@TIME, tag:NAME or the id of a commit; the head of the"
              + " default branch without it.")
  private @Nullable String revision;

  @Option(
      names = {"-m", "--message"},
      paramLabel = "TEXT",
      description = "Say why.")
  private @Nullable String message;

  TagCreateCommand(CommandContext context) {
    super(context, new TargetFlags());
  }

  @Override
  protected Work<TagView> work() {
    String tag = CheckedNames.branch(name);
    String named = orDefaultBranch(revision);
    ReadTarget state = CheckedNames.revision(named);
    return naming(
        List.of(Deed.branchCreate(null, tag)),
        (graph, actor) -> new TagWork(graph, actor).create(tag, state, message),
        RemoteCall.post(
            RemotePath.of("tags"), new CreateRequest(tag, named, message), TagView.class));
  }

  @Override
  protected List<String> lines(TagView tag) {
    return List.of("created tag " + tag.name() + " at " + tag.graphCommitId());
  }
}
