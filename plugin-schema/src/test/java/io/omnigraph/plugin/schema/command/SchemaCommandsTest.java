package io.omnigraph.plugin.schema.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.omnigraph.api.command.CommandPlugin;
import io.omnigraph.ground.access.AccessDeniedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SchemaCommandsTest {

  private static final String URI = "/data/harbor.omni";
  private static final String SERVER = "http://localhost:8080/graphs/harbor";

  @TempDir private Path directory;

  private final SchemaCommandLine commands = new SchemaCommandLine();

  @Test
  void isFoundByTheServiceLoader() {
    assertThat(ServiceLoader.load(CommandPlugin.class))
        .hasAtLeastOneElementOfType(SchemaCommands.class);
  }

  @Test
  void planPrintsTheSteps() throws IOException {
    commands.graphs().add(URI, "node V { a: I32? }");

    int exit = commands.run("plan", URI, "--schema", file("node V { b: String? @index }"));

    assertThat(exit).isZero();
    assertThat(commands.out())
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
    commands.graphs().add(URI, "node V { a: I32? }");

    commands.run("plan", URI, "--schema", file("node V {}"), "--allow-data-loss", "--json");

    assertThat(commands.out())
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
    commands.graphs().add(URI, "node V { a: I32? }");

    int exit = commands.run("plan", URI, "--schema", file("node V { a: I64? }"));

    assertThat(exit).isZero();
    assertThat(commands.out())
        .hasToString(
            """
            schema plan for /data/harbor.omni
            supported: no
            - unsupported change on node:V.a [OG-MF-106, destructive]: \
            changing property type of 'V.a' from I32? to I64? is not supported
            """);
  }

  @Test
  void applyMigratesAndSaysWhatItDid() throws IOException {
    var graph = commands.graphs().add(URI, "node V { a: I32? }");

    int exit = commands.run("apply", URI, "--schema", file("node V {}"), "--allow-data-loss");

    assertThat(exit).isZero();
    assertThat(graph.applied()).containsExactly("hard by ada");
    assertThat(commands.out())
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
    commands.graphs().add(URI, "node V {}");

    commands.run("apply", URI, "--schema", file("node V {}"));

    assertThat(commands.out()).contains("applied: no\n").endsWith("no schema changes\n");
  }

  @Test
  void applyRefusesWhatIsUnsupported() throws IOException {
    commands.graphs().add(URI, "node V { a: I32? }");

    int exit = commands.run("apply", URI, "--schema", file("node V { a: I64? }"));

    assertThat(exit).isEqualTo(1);
    assertThat(commands.out()).isEmpty();
    assertThat(commands.failure())
        .hasMessage(
            "[OG-MF-106] changing property type of 'V.a' from I32? to I64? is not supported");
  }

  @Test
  void applySaysWhatBecameOfOtherBranches() throws IOException {
    commands.graphs().add(URI, "node V {}").branch("feature");

    assertThat(commands.run("apply", URI, "--schema", file("node V { a: I32? }"))).isZero();
    assertThat(commands.out())
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
    commands.graphs().add(URI, "node V {}").stuckBranch("feature");

    assertThat(commands.run("apply", URI, "--schema", file("node V { a: I32? }"))).isEqualTo(1);
    assertThat(commands.failure())
        .hasMessage(
            "[OG-NL-101] branch 'feature' cannot be carried over: [OG-MF-107] 2 rows break it;"
                + " mend, merge or delete the branch first");
  }

  @Test
  void applyPassesTheRulesOfTheGraphFirst() throws IOException {
    var graph = commands.graphs().add(URI, "node V {}");
    commands.guardBy((actor, write) -> {
      throw new AccessDeniedException(actor + " may not " + write.action().word());
    });

    assertThat(commands.run("apply", URI, "--schema", file("node W {}"))).isEqualTo(1);
    assertThat(commands.failure()).hasMessage("policy: ada may not schema_apply");
    assertThat(graph.applied()).isEmpty();
  }

  @Test
  void applySaysWhatWasDestroyed() throws IOException {
    commands.graphs().add(URI, "node V {} node W {}");

    assertThat(commands.run("apply", URI, "--schema", file("node V {}"), "--allow-data-loss"))
        .isZero();
    assertThat(commands.out())
        .contains("destroyed: node:W, 4 rows; earlier commits of its table can no longer be read");
  }

  @Test
  void applyRefusesWhatAGuardObjectsTo() throws IOException {
    var graph = commands.graphs().add(URI, "node V { a: I32? }");
    commands
        .guards()
        .add((desired, _, _) ->
            desired.node("V").orElseThrow().property("a").isEmpty()
                ? Optional.of("schema check: query `q` needs `V.a`")
                : Optional.empty());

    assertThat(commands.run("apply", URI, "--schema", file("node V { a: I32? b: I32? }"))).isZero();
    assertThat(commands.run("apply", URI, "--schema", file("node V {}"))).isEqualTo(1);
    assertThat(commands.failure()).hasMessage("schema check: query `q` needs `V.a`");
    assertThat(graph.applied()).hasSize(1);
  }

  @Test
  void applyToAServerSendsTheSourceAndShowsTheAnswer() throws IOException {
    int exit = commands.run("apply", SERVER, "--schema", file("node V {"), "--json");

    assertThat(exit).isZero();
    assertThat(commands.requests())
        .containsExactly(
            "POST /schema/apply {\"schema_source\":\"node V {\",\"allow_data_loss\":false}");
    assertThat(commands.out()).contains("\"manifest_version\": 9").contains("\"name\": \"W\"");
  }

  @Test
  void showPrintsTheSourceOfALocalGraphVerbatim() {
    commands.graphs().add(URI, "node V {} // mine");

    assertThat(commands.run("show", URI)).isZero();
    assertThat(commands.out()).hasToString("node V {} // mine\n");
  }

  @Test
  void getIsAnotherNameForShow() {
    assertThat(commands.run("get", SERVER, "--json")).isZero();
    assertThat(commands.requests()).containsExactly("GET /schema");
    assertThat(commands.out()).hasToString("{\n  \"schema_source\": \"node R {}\\n\"\n}\n");
  }

  @Test
  void aWrongFileIsNamed() throws IOException {
    assertThat(commands.run("plan", URI, "--schema", "nowhere.pg")).isEqualTo(1);
    assertThat(commands.failure()).hasMessage("No such file: `nowhere.pg`");

    String wrong = file("node V { a: Strng }");
    assertThat(commands.run("plan", URI, "--schema", wrong)).isEqualTo(1);
    assertThat(commands.failure())
        .hasMessage(
            wrong
                + ":1:13: unknown type `Strng`\n"
                + "  node V { a: Strng }\n"
                + "              ^^^^^\n"
                + "  help: did you mean `String`?");
  }

  @Test
  void aMissingGraphIsNamed() {
    assertThat(commands.run("show", URI)).isEqualTo(1);
    assertThat(commands.failure()).hasMessage("nothing is at `/data/harbor.omni`: not found");
  }

  private String file(String source) throws IOException {
    return Files.writeString(directory.resolve("desired.pg"), source).toString();
  }
}
