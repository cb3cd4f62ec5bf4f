package io.omnigraph.plugin.graph.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.omnigraph.api.command.CommandContext;
import io.omnigraph.api.command.CommandFailure;
import io.omnigraph.api.command.Target;
import io.omnigraph.api.command.TargetFlags;
import io.omnigraph.graph.snapshot.ReadTarget;
import io.omnigraph.ground.access.WriteGate;
import io.omnigraph.ground.json.Json;
import io.omnigraph.plugin.graph.serving.TagBodies.TagView;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Names a commit. */
@Command(
    name = "create",
    description = "Name a commit; it is kept for as long as the tag is there.")
final class TagCreateCommand implements Callable<Integer> {

  private final CommandContext context;

  @Spec private CommandSpec spec;

  @Mixin private TargetFlags target;

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

  @Option(names = "--json", description = "Print one JSON document.")
  private boolean json;

  TagCreateCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    String tag = Branches.checked(name);
    String named = revision == null ? context.defaultBranch(target.options()) : revision;
    ReadTarget state = Branches.revision(named);
    TagView view =
        switch (context.target(target.options())) {
          case Target.Local local -> create(local, tag, state);
          case Target.Remote remote ->
              Remote.read(context.connect(remote).post("/tags", body(tag, named)), TagView.class);
        };
    if (json) {
      Console.json(spec, view);
    } else {
      Console.lines(spec, List.of("created tag " + view.name() + " at " + view.graphCommitId()));
    }
    return 0;
  }

  private TagView create(Target.Local local, String tag, ReadTarget state) {
    String actor = context.actor(target.options()).orElse(null);
    context.gate(target.options()).check(actor, WriteGate.Write.branchCreate(null, tag));
    return LocalGraph.with(
        context,
        local,
        graph ->
            graph
                .createTag(tag, state, actor, message)
                .map(TagView::of)
                .orElseThrow(() -> CommandFailure.failed("tag '" + tag + "' already exists")));
  }

  private ObjectNode body(String tag, String named) {
    ObjectNode body = Json.object();
    body.put("name", tag);
    body.put("target", named);
    body.put("message", message);
    return body;
  }
}
