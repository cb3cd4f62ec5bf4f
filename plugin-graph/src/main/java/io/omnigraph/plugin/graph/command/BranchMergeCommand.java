package io.omnigraph.plugin.graph.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.omnigraph.api.command.CommandContext;
import io.omnigraph.ground.access.WriteGate;
import io.omnigraph.ground.json.Json;
import io.omnigraph.plugin.graph.serving.BranchBodies.Merge;
import io.omnigraph.plugin.graph.serving.BranchBodies.Merged;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Merges a branch into another one. */
@Command(name = "merge", description = "Bring the changes of a branch to another one.")
final class BranchMergeCommand extends BranchCommand<Merged> {

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
    super(context);
  }

  @Override
  Merged run() {
    String from = Branches.checked(source);
    String target = Branches.checked(into == null ? context.defaultBranch(options()) : into);
    ObjectNode body = Json.object();
    body.put("source", from);
    body.put("target", target);
    if (cells) {
      body.put("cells", true);
    }
    if (message != null) {
      body.put("message", message);
    }
    return does(
        List.of(WriteGate.Write.branchMerge(from, target)),
        work -> work.merge(new Merge(from, target, cells, message)),
        remote -> remote.post("/branches/merge", body),
        Merged.class);
  }

  @Override
  String line(Merged result) {
    return "merged %s into %s: %s".formatted(result.source(), result.target(), result.outcome());
  }
}
