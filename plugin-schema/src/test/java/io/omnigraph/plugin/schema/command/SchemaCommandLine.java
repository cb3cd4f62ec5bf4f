package io.omnigraph.plugin.schema.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.omnigraph.api.command.CommandContext;
import io.omnigraph.api.command.CommandFailure;
import io.omnigraph.api.command.RemoteGraph;
import io.omnigraph.api.command.Target;
import io.omnigraph.api.command.TargetOptions;
import io.omnigraph.graph.live.InMemoryGraphs;
import io.omnigraph.ground.access.WriteGate;
import io.omnigraph.ground.fault.FaultPoints;
import io.omnigraph.ground.json.Json;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;

/** The commands on graphs in memory, and a server that remembers what it is asked. */
final class SchemaCommandLine {

  private static final String SERVER = "http://localhost:8080/graphs/harbor";

  private final InMemoryGraphs graphs = new InMemoryGraphs();
  private final List<String> requests = new ArrayList<>();
  private final List<SchemaGuard> guards = new ArrayList<>();
  private final StringWriter out = new StringWriter();
  private WriteGate gate = WriteGate.OPEN;
  private CommandFailure failure = CommandFailure.failed("nothing failed");

  InMemoryGraphs graphs() {
    return graphs;
  }

  /** What the server was asked. */
  List<String> requests() {
    return requests;
  }

  List<SchemaGuard> guards() {
    return guards;
  }

  /** Lets nobody write for whom the gate does not open. */
  void guardBy(WriteGate rules) {
    gate = rules;
  }

  /** What was printed. */
  String out() {
    return out.toString();
  }

  /** How the last command failed. */
  CommandFailure failure() {
    return failure;
  }

  int run(String... arguments) {
    CommandLine schema = new CommandLine(CommandLine.Model.CommandSpec.create().name("schema"));
    for (var entry :
        new SchemaCommands(() -> Optional.of(graphs), () -> guards).commands(new Context())) {
      assertThat(entry.group()).isEqualTo("schema");
      CommandLine command = new CommandLine(entry.command());
      schema.addSubcommand(command.getCommandName(), command);
    }
    schema.setOut(new PrintWriter(out, true));
    schema.setExecutionExceptionHandler((thrown, _, _) -> {
      failure =
          thrown instanceof CommandFailure known
              ? known
              : CommandFailure.failed(String.valueOf(thrown.getMessage()), thrown);
      return failure.exitCode();
    });
    return schema.execute(arguments);
  }

  private final class Context implements CommandContext, RemoteGraph {

    @Override
    public Target target(TargetOptions options) {
      String uri = options.uri().orElseThrow();
      return uri.startsWith("http") ? new Target.Remote(uri, null) : new Target.Local(uri);
    }

    @Override
    public Optional<String> actor(TargetOptions options) {
      return Optional.of("ada");
    }

    @Override
    public String defaultBranch(TargetOptions options) {
      return "main";
    }

    @Override
    public Optional<String> setting(TargetOptions options, String path) {
      return Optional.empty();
    }

    @Override
    public WriteGate gate(TargetOptions options) {
      return gate;
    }

    @Override
    public RemoteGraph connect(Target.Remote target) {
      return this;
    }

    @Override
    public FaultPoints faults() {
      return FaultPoints.none();
    }

    @Override
    public JsonNode get(String path) {
      requests.add("GET " + path);
      return Json.object().put("schema_source", "node R {}\n");
    }

    @Override
    public JsonNode post(String path, JsonNode body) {
      requests.add("POST " + path + " " + Json.compact(body));
      var answer = Json.object().put("uri", SERVER).put("manifest_version", 9);
      answer
          .putArray("steps")
          .addObject()
          .put("kind", "add_type")
          .put("type_kind", "node")
          .put("name", "W");
      return answer;
    }

    @Override
    public JsonNode delete(String path) {
      throw new AssertionError("nothing of a schema is deleted");
    }
  }
}
