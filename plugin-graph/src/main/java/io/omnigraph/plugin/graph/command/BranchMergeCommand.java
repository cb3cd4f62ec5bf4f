package io.omnigraph.plugin.graph.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.omnigraph.api.command.CommandContext;
import io.omnigraph.api.command.CommandFailure;
import io.omnigraph.api.command.RemoteCall;
import io.omnigraph.api.command.RemotePath;
import io.omnigraph.api.command.TargetFlags;
import io.omnigraph.api.command.Work;
import io.omnigraph.ground.access.Deed;
import io.omnigraph.ground.json.Json;
import io.omnigraph.plugin.graph.serving.BranchBodies.Merge;
import io.omnigraph.plugin.graph.serving.BranchBodies.Merged;
import io.omnigraph.plugin.graph.serving.BranchWork;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Merges a branch into another one. */
@Command(name = "merge", description = "Bring the changes of a branch to another one.")
final class BranchMergeCommand extends GraphCommand<Merged> {

  @Parameters(paramLabel = "SOURCE", description = "The branch whose changes are taken.")
  private String source;

  @Option(names = "--into", paramLabel = "BRANCH", description = "The branch they come to.")
  private @Nullable String into;

  @Option(
      names = "--cells",
      description =
          "Take changes of both branches to different properties of one row; without it they are a"
              + " conflict.")
  private boolean cells;

  @Option(
      names = {"-m", "--message"},
      paramLabel = "TEXT",
      description = "Say in the commit why.")
  private @Nullable String message;

  BranchMergeCommand(CommandContext context) {
    super(context, new TargetFlags());
  }

  @Override
  protected Work<Merged> work() {
    String from = CheckedNames.branch(source);
    String target = branch(into);
    Merge request = new Merge(from, target, cells ? true : null, message);
    return naming(
        List.of(Deed.branchMerge(from, target)),
        (graph, actor) -> new BranchWork(graph, actor).merge(request),
        RemoteCall.post(RemotePath.of("branches", "merge"), request, Merged.class));
  }

  /** Shows the conflicts that a merge was refused for. */
  @Override
  protected Merged answer() {
    try {
      return super.answer();
    } catch (CommandFailure failure) {
      JsonNode conflicts = failure.details().get(MergeConflictText.FIELD);
      if (conflicts != null && isJson()) {
        print(List.of(Json.pretty(refused(failure, conflicts))));
      } else if (conflicts != null) {
        MergeConflictText.lines(conflicts).forEach(this::say);
      }
      throw failure;
    }
  }

  private static JsonNode refused(CommandFailure failure, JsonNode conflicts) {
    return Json.object()
        .put("error", failure.getMessage())
        .put("code", "conflict")
        .set(MergeConflictText.FIELD, conflicts);
  }

  @Override
  protected List<String> lines(Merged merge) {
    return List.of(
        "merged %s into %s: %s".formatted(merge.source(), merge.target(), merge.outcome()));
  }
}
