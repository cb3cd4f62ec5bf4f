package io.omnigraph.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.omnigraph.ground.fault.FaultPoints;
import io.omnigraph.ground.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class SavedPlanTest {

  private static final String HARBOR = "version: 1\ngraphs:\n  harbor:\n    schema: ./harbor.pg\n";
  private static final String BOTH = HARBOR + "  scratch:\n    schema: ./harbor.pg\n";
  private static final String SCHEMA = "node Ship { imo: String @key  tons: I32? }\n";
  private static final String WIDER = SCHEMA.replace("tons", "flag: String? tons");

  /** What happens between a plan and its apply. */
  interface Move {
    void happens(SavedPlanTest cluster) throws IOException;
  }

  record Moved(String what, Move move, List<String> said) {

    @Override
    public String toString() {
      return what;
    }
  }

  static final List<Moved> MOVES =
      List.of(
          new Moved(
              "an edited file",
              c -> c.write("harbor.pg", WIDER.replace("flag", "home")),
              List.of("schema.harbor: what is declared for `schema.harbor` was edited")),
          new Moved(
              "another resource",
              c -> c.write("cluster.yaml", HARBOR + "  quay:\n    schema: ./harbor.pg\n"),
              List.of("graph.quay: `graph.quay` was declared after the plan was made")),
          new Moved(
              "another apply",
              c -> c.succeeds("apply", "--as", "kim"),
              List.of(
                  "the ledger went from revision 2 to 3",
                  "`schema.harbor` was applied by kim at 20")),
          new Moved(
              "a live schema that somebody changed",
              c -> {
                String wider = c.write("live.pg", WIDER);
                c.cli().succeeds("schema", "apply", c.root("harbor"), "--schema", wider);
              },
              List.of("the graph of `schema.harbor` moved on: manifest version 1, and now")),
          new Moved(
              "rows in a graph that the plan looked at",
              c -> {
                String ships =
                    c.write("ships.jsonl", "{\"type\":\"Ship\",\"data\":{\"imo\":\"1\"}}\n");
                c.cli().succeeds("load", c.root("harbor"), "--data", ships);
              },
              List.of(
                  "the graph of `schema.harbor` moved on: manifest version 1, and now manifest"
                      + " version 2")),
          new Moved(
              "an approval that was taken back",
              c -> {
                try (Stream<Path> files = Files.list(c.directory.resolve("__cluster/approvals"))) {
                  for (Path file : files.toList()) {
                    Files.delete(file);
                  }
                }
              },
              List.of("of `graph.scratch` is no longer there to be used")));

  @TempDir Path directory;

  @BeforeEach
  void aChangedClusterWithAnApprovedDelete() throws IOException {
    write("harbor.pg", SCHEMA);
    write("cluster.yaml", BOTH);
    succeeds("import");
    succeeds("apply");
    write("harbor.pg", WIDER);
    write("cluster.yaml", HARBOR);
    succeeds("approve", "graph.scratch", "--as", "mira");
  }

  @Test
  void exactlyWhatWasSavedIsDone() throws IOException {
    String shown = succeeds("plan", "--out", file());

    assertThat(shown)
        .contains("add_property Ship.flag (String?)", "2 to update, 2 to delete\n", "saved as ");
    assertThat(cli().succeeds("cluster", "show", file()))
        .contains("plan ", "add_property Ship.flag (String?)", "2 to update, 2 to delete\n");
    assertThat(succeeds("apply", file())).contains("converged: true");
    assertThat(directory.resolve("graphs/scratch.omni")).doesNotExist();

    assertThat(cluster("apply", file()).out())
        .contains("plan_stale", "the ledger went from revision 2 to 3");
  }

  @Test
  void equalPlansHaveOneIdAndAnotherPlanHasAnother() throws IOException {
    JsonNode first = json(succeeds("plan", "--json", "--out", file()));
    JsonNode again = json(succeeds("plan", "--json", "--out", file()));
    write("harbor.pg", WIDER.replace("flag", "home"));
    JsonNode other = json(succeeds("plan", "--json", "--out", file()));

    assertThat(first.path("format_version").asInt()).isEqualTo(1);
    assertThat(first.path("plan_file").asText()).isEqualTo(file());
    assertThat(again.path("plan_id")).isEqualTo(first.path("plan_id"));
    assertThat(other.path("plan_id")).isNotEqualTo(first.path("plan_id"));
  }

  @ParameterizedTest
  @FieldSource("MOVES")
  void whateverMovedIsNamedAndNothingIsDone(Moved moved) throws IOException {
    succeeds("plan", "--out", file());
    moved.move().happens(this);
    byte[] ledger = Files.readAllBytes(directory.resolve("__cluster/state.json"));

    InProcess.Result refused = cluster("apply", file());

    assertThat(refused.exitCode()).isEqualTo(1);
    assertThat(refused.out()).contains("cluster apply failed", "plan_stale").contains(moved.said());
    assertThat(directory.resolve("__cluster/state.json")).hasBinaryContent(ledger);
    assertThat(directory.resolve("__cluster/lock.json")).doesNotExist();
    assertThat(directory.resolve("graphs/scratch.omni").toFile().exists())
        .isEqualTo(!moved.what().equals("another apply"));
  }

  @Test
  void aFileThatWasTouchedIsNoPlan() throws IOException {
    succeeds("plan", "--out", file());
    Path plan = Path.of(file());
    Files.writeString(plan, Files.readString(plan).replace("\"update\"", "\"delete\""));

    for (List<String> command : List.of(List.of("show", file()), List.of("apply", file()))) {
      InProcess.Result refused =
          cli().run(Stream.concat(Stream.of("cluster"), command.stream()).toArray(String[]::new));

      assertThat(refused.exitCode()).isEqualTo(1);
      assertThat(refused.err()).contains("is not a plan of `cluster plan --out`");
    }
  }

  @Test
  void exitCodesTellWhetherThereIsAnythingToDo() throws IOException {
    assertThat(cluster("plan").exitCode()).isZero();
    assertThat(cluster("plan", "--detailed-exitcode").exitCode()).isEqualTo(2);
    succeeds("apply");
    assertThat(cluster("plan", "--detailed-exitcode").exitCode()).isZero();

    write("cluster.yaml", "version: 1\ngraphs: {}\n");
    assertThat(cluster("apply").exitCode()).isZero();
    assertThat(cluster("apply", "--detailed-exitcode").exitCode()).isEqualTo(3);
    write("cluster.yaml", "version: 2\n");
    assertThat(cluster("plan", "--detailed-exitcode").exitCode()).isEqualTo(1);
  }

  private String succeeds(String command, String... more) {
    return cli().succeeds(words(command, more));
  }

  private InProcess.Result cluster(String command, String... more) {
    return cli().run(words(command, more));
  }

  private String[] words(String command, String... more) {
    List<String> words = new ArrayList<>(List.of("cluster", command));
    words.addAll(Arrays.asList(more));
    words.addAll(List.of("--config", directory.toString()));
    return words.toArray(String[]::new);
  }

  private InProcess cli() {
    return new InProcess(directory, FaultPoints.none());
  }

  private String file() {
    return directory.resolve("plan.json").toString();
  }

  private String root(String graph) {
    return directory.resolve("graphs/" + graph + ".omni").toString();
  }

  private static JsonNode json(String text) throws IOException {
    return Json.mapper().readTree(text);
  }

  private String write(String name, String content) throws IOException {
    return Files.writeString(directory.resolve(name), content).toString();
  }
}
