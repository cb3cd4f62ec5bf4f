package io.omnigraph.plugin.query.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.omnigraph.api.command.CommandContext;
import io.omnigraph.api.command.RemoteCall;
import io.omnigraph.api.command.RemotePath;
import io.omnigraph.api.command.Target;
import io.omnigraph.api.command.TargetOptions;
import io.omnigraph.api.command.Work;
import io.omnigraph.execute.result.ChangeOutput;
import io.omnigraph.execute.run.QueryRunner;
import io.omnigraph.graph.write.WriteRequest;
import io.omnigraph.ground.Quantity;
import io.omnigraph.plugin.graph.command.CommandFailures;
import io.omnigraph.plugin.graph.command.GraphCommand;
import io.omnigraph.plugin.graph.command.LocalGraph;
import io.omnigraph.plugin.schema.ProcessEngine;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs a query that changes a graph. */
@Command(
    name = "mutate",
    aliases = "change",
    description = "Run a query that inserts, updates or deletes.")
final class MutateCommand extends GraphCommand<ChangeOutput> {

  @Mixin private SourceOptions source;

  @Option(names = "--branch", paramLabel = "NAME", description = "The branch to change.")
  private @Nullable String branch;

  @Option(
      names = {"-m", "--message"},
      paramLabel = "TEXT",
      description = "Say in the commit why.")
  private @Nullable String message;

  MutateCommand(CommandContext context) {
    super(context, new TargetOptions());
  }

  @Override
  protected Work<ChangeOutput> work() {
    Invocation invocation = Invocation.of(source);
    String changed = branch(branch);
    return new Work<>(
        local -> run(local, invocation, changed),
        RemoteCall.post(RemotePath.of("change"), body(invocation, changed), ChangeOutput.class));
  }

  private ChangeOutput run(Target.Local local, Invocation invocation, String changed) {
    Invocation.Prepared prepared = invocation.prepare();
    WriteRequest request =
        new WriteRequest(
            changed, context().actor(target()).orElse(null), QueryRunner.OPERATION, message);
    QueryRunner.Change change =
        LocalGraph.writing(
            context(),
            target(),
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

  @Override
  protected List<String> lines(ChangeOutput output) {
    String counts =
        "changed %s via %s: %s, %s"
            .formatted(
                output.branch(),
                output.queryName(),
                Quantity.of(output.affectedNodes(), "node"),
                Quantity.of(output.affectedEdges(), "edge"));
    return output.actorId() == null
        ? List.of(counts)
        : List.of(counts, "actor_id: " + output.actorId());
  }
}
