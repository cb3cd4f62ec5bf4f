package io.omnigraph.plugin.query.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.omnigraph.api.command.CommandContext;
import io.omnigraph.api.command.CommandFailure;
import io.omnigraph.api.command.Target;
import io.omnigraph.api.command.TargetOptions;
import io.omnigraph.execute.result.ChangeOutput;
import io.omnigraph.execute.run.QueryRunner;
import io.omnigraph.graph.write.WriteRequest;
import io.omnigraph.ground.Quantity;
import io.omnigraph.ground.json.Json;
import io.omnigraph.plugin.graph.command.CommandFailures;
import io.omnigraph.plugin.graph.command.LocalGraph;
import io.omnigraph.plugin.schema.ProcessEngine;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs a query that changes a graph. */
@Command(
    name = "mutate",
    aliases = "change",
    description = "Run a query that inserts, updates or deletes.")
final class MutateCommand implements Callable<Integer> {

  private final CommandContext context;

  @Spec private CommandSpec spec;

  @Mixin private TargetOptions target;

  @Mixin private SourceOptions source;

  @Option(names = "--branch", paramLabel = "NAME", description = "The branch to change.")
  private @Nullable String branch;

  @Option(
      names = {"-m", "--message"},
      paramLabel = "TEXT",
      description = "Say in the commit why.")
  private @Nullable String message;

  @Option(names = "--json", description = "Print one JSON document.")
  private boolean json;

  MutateCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    Invocation invocation = Invocation.of(source);
    String changed = LocalGraph.branch(branch == null ? context.defaultBranch(target) : branch);
    ChangeOutput output =
        switch (context.target(target)) {
          case Target.Local local -> run(local, invocation, changed);
          case Target.Remote remote ->
              read(context.connect(remote).post("/change", body(invocation, changed)));
        };
    PrintWriter out = spec.commandLine().getOut();
    out.print(json ? Json.pretty(Json.tree(output)) + "\n" : text(output));
    out.flush();
    return 0;
  }

  private ChangeOutput run(Target.Local local, Invocation invocation, String changed) {
    Invocation.Prepared prepared = invocation.prepare();
    WriteRequest request =
        new WriteRequest(
            changed, context.actor(target).orElse(null), QueryRunner.OPERATION, message);
    QueryRunner.Change change =
        LocalGraph.writing(
            context,
            target,
            local,
            graph ->
                QueryRunner.in(ProcessEngine.get().world())
                    .change(prepared.query(), prepared.parameters(), graph, request));
    return switch (change) {
      case QueryRunner.Change.Done(var output) -> output;
      case QueryRunner.Change.Refused(var failure) ->
          throw CommandFailures.of(local.uri(), failure);
    };
  }

  private ObjectNode body(Invocation invocation, String changed) {
    ObjectNode body = invocation.body().put("branch", changed);
    return message == null ? body : body.put("message", message);
  }

  private static String text(ChangeOutput output) {
    String counts =
        "changed %s via %s: %s, %s\n"
            .formatted(
                output.branch(),
                output.queryName(),
                Quantity.of(output.affectedNodes(), "node"),
                Quantity.of(output.affectedEdges(), "edge"));
    return output.actorId() == null ? counts : counts + "actor_id: " + output.actorId() + "\n";
  }

  private static ChangeOutput read(JsonNode reply) {
    try {
      return Json.mapper().treeToValue(reply, ChangeOutput.class);
    } catch (JsonProcessingException e) {
      throw CommandFailure.failed(
          "the server's reply is not understood: " + e.getOriginalMessage(), e);
    }
  }
}
