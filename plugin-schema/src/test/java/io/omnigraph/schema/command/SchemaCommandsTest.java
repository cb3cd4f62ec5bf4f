package io.omnigraph.schema.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.omnigraph.api.access.WriteGate;
import io.omnigraph.api.command.CommandContext;
import io.omnigraph.api.command.CommandFailure;
import io.omnigraph.api.command.CommandPlugin;
import io.omnigraph.api.command.RemoteGraph;
import io.omnigraph.api.command.Target;
import io.omnigraph.api.command.TargetOptions;
import io.omnigraph.api.fault.FaultPoints;
import io.omnigraph.api.json.Json;
import io.omnigraph.schema.live.InMemoryGraphs;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class SchemaCommandsTest {

  private static final String URI = "/data/harbor.omni";
  private static final String SERVER = "http://localhost:8080/graphs/harbor";

  @TempDir private Path directory;

  private final InMemoryGraphs graphs = new InMemoryGraphs();
  private final List<String> requests = new ArrayList<>();
  private final List<SchemaGuard> guards = new ArrayList<>();
  private final StringWriter out = new StringWriter();
  private CommandFailure failure = CommandFailure.failed("nothing failed");

  @Test
  void isFoundByTheServiceLoader() {
    assertThat(ServiceLoader.load(CommandPlugin.class))
        .hasAtLeastOneElementOfType(SchemaCommands.class);
  }

  @Test
  void planPrintsTheSteps() throws IOException {
    graphs.add(URI, "node V { a: I32? }");

    int exit = run("plan", URI, "--schema", file("node V { b: String? @index }"));

    assertThat(exit).isZero();
    assertThat(out)
        .hasToString(
            """
            schema plan for /data/harbor.omni
            supported: yes
            - add property 'V.b' (String?) on node 'V'
            - drop property 'V.a' of node 'V' (soft mode)
            - add constraint @index(b) on node 'V'
            """);
  }

  @Test
  void planShowsHardDropsWhenDataLossIsAllowed() throws IOException {
    graphs.add(URI, "node V { a: I32? }");

    run("plan", URI, "--schema", file("node V {}"), "--allow-data-loss", "--json");

    assertThat(out)
        .hasToString(
            """
            {
              "uri": "/data/harbor.omni",
              "supported": true,
              "step_count": 1,
              "steps": [
                {
                  "kind": "drop_property",
                  "type_kind": "node",
                  "type_name": "V",
                  "property_name": "a",
                  "mode": "hard"
                }
              ]
            }
            """);
  }

  @Test
  void anUnsupportedPlanIsStillAPlan() throws IOException {
    graphs.add(URI, "node V { a: I32? }");

    int exit = run("plan", URI, "--schema", file("node V { a: I64? }"));

    assertThat(exit).isZero();
    assertThat(out)
        .hasToString(
            """
            schema plan for /data/harbor.omni
            supported: no
            - unsupported change on node:V.a [OG-MF-106, destructive]: \
            changing property type of 'V.a' from I32? to I64? is not supported
            """);
  }

  @Test
  void planIsForLocalGraphs() throws IOException {
    assertThat(run("plan", SERVER, "--schema", file("node V {}"))).isEqualTo(1);
    assertThat(failure)
        .hasMessage("schema plan is only supported against local graph URIs, not `" + SERVER + "`");
  }

  @Test
  void applyMigratesAndSaysWhatItDid() throws IOException {
    var graph = graphs.add(URI, "node V { a: I32? }");

    int exit = run("apply", URI, "--schema", file("node V {}"), "--allow-data-loss");

    assertThat(exit).isZero();
    assertThat(graph.applied()).containsExactly("hard by ada");
    assertThat(out)
        .hasToString(
            """
            schema apply for /data/harbor.omni
            supported: yes
            applied: yes
            manifest_version: 7
            - drop property 'V.a' of node 'V' (hard mode)
            """);
  }

  @Test
  void applyingTheSameSchemaChangesNothing() throws IOException {
    graphs.add(URI, "node V {}");

    run("apply", URI, "--schema", file("node V {}"));

    assertThat(out.toString()).contains("applied: no\n").endsWith("no schema changes\n");
  }

  @Test
  void applyRefusesWhatIsUnsupported() throws IOException {
    graphs.add(URI, "node V { a: I32? }");

    int exit = run("apply", URI, "--schema", file("node V { a: I64? }"));

    assertThat(exit).isEqualTo(1);
    assertThat(out.toString()).isEmpty();
    assertThat(failure)
        .hasMessage(
            "[OG-MF-106] changing property type of 'V.a' from I32? to I64? is not supported");
  }

  @Test
  void applySaysWhatBecameOfOtherBranches() throws IOException {
    graphs.add(URI, "node V {}").branch("feature");

    assertThat(run("apply", URI, "--schema", file("node V { a: I32? }"))).isZero();
    assertThat(out)
        .hasToString(
            """
            schema apply for /data/harbor.omni
            supported: yes
            applied: yes
            manifest_version: 7
            - add property 'V.a' (I32?) on node 'V'
            branch 'feature' is carried over (1 step)
            """);
  }

  @Test
  void applyRefusesWhenABranchCannotBeCarriedOver() throws IOException {
    graphs.add(URI, "node V {}").stuckBranch("feature");

    assertThat(run("apply", URI, "--schema", file("node V { a: I32? }"))).isEqualTo(1);
    assertThat(failure)
        .hasMessage(
            "[OG-NL-101] branch 'feature' cannot be carried over: [OG-MF-107] 2 rows break it;"
                + " mend, merge or delete the branch first");
  }

  @Test
  void applySaysWhatWasDestroyed() throws IOException {
    graphs.add(URI, "node V {} node W {}");

    assertThat(run("apply", URI, "--schema", file("node V {}"), "--allow-data-loss")).isZero();
    assertThat(out.toString())
        .contains("destroyed: node:W, 4 rows; earlier commits of its table can no longer be read");
  }

  @Test
  void applyRefusesWhatAGuardObjectsTo() throws IOException {
    var graph = graphs.add(URI, "node V { a: I32? }");
    guards.add((desired, _, _) ->
        desired.node("V").orElseThrow().property("a").isEmpty()
            ? Optional.of("schema check: query `q` needs `V.a`")
            : Optional.empty());

    assertThat(run("apply", URI, "--schema", file("node V { a: I32? b: I32? }"))).isZero();
    assertThat(run("apply", URI, "--schema", file("node V {}"))).isEqualTo(1);
    assertThat(failure).hasMessage("schema check: query `q` needs `V.a`");
    assertThat(graph.applied()).hasSize(1);
  }

  @Test
  void applyToAServerSendsTheSourceAndShowsTheAnswer() throws IOException {
    int exit = run("apply", SERVER, "--schema", file("node V {"), "--json");

    assertThat(exit).isZero();
    assertThat(requests)
        .containsExactly(
            "POST /schema/apply {\"schema_source\":\"node V {\",\"allow_data_loss\":false}");
    assertThat(out.toString()).contains("\"manifest_version\": 9").contains("\"name\": \"W\"");
  }

  @Test
  void showPrintsTheSourceOfALocalGraphVerbatim() {
    graphs.add(URI, "node V {} // mine");

    assertThat(run("show", URI)).isZero();
    assertThat(out).hasToString("node V {} // mine\n");
  }

  @Test
  void getIsAnotherNameForShow() {
    assertThat(run("get", SERVER, "--json")).isZero();
    assertThat(requests).containsExactly("GET /schema");
    assertThat(out).hasToString("{\n  \"schema_source\": \"node R {}\\n\"\n}\n");
  }

  @Test
  void aWrongFileIsNamed() throws IOException {
    assertThat(run("plan", URI, "--schema", "nowhere.pg")).isEqualTo(1);
    assertThat(failure).hasMessage("No such file: `nowhere.pg`");

    String wrong = file("node V { a: Strng }");
    assertThat(run("plan", URI, "--schema", wrong)).isEqualTo(1);
    assertThat(failure)
        .hasMessage(
            wrong
                + ":1:13: unknown type `Strng`\n"
                + "  node V { a: Strng }\n"
                + "              ^^^^^\n"
                + "  help: did you mean `String`?");
  }

  @Test
  void aMissingGraphIsNamed() {
    assertThat(run("show", URI)).isEqualTo(1);
    assertThat(failure).hasMessage("nothing is at `/data/harbor.omni`: not found");
  }

  private String file(String source) throws IOException {
    return Files.writeString(directory.resolve("desired.pg"), source).toString();
  }

  private int run(String... arguments) {
    CommandLine schema = new CommandLine(CommandLine.Model.CommandSpec.create().name("schema"));
    for (var entry :
        new SchemaCommands(() -> Optional.of(graphs), () -> guards).commands(new Context())) {
      assertThat(entry.group()).isEqualTo("schema");
      CommandLine command = new CommandLine(entry.command());
      schema.addSubcommand(command.getCommandName(), command);
    }
    schema.setOut(new PrintWriter(out, true));
    schema.setExecutionExceptionHandler((thrown, _, _) -> {
      failure = (CommandFailure) thrown;
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
      return WriteGate.OPEN;
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
