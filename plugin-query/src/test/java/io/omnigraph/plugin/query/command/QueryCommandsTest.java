package io.omnigraph.plugin.query.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.omnigraph.execute.fixture.StoredAuthors;
import io.omnigraph.plugin.query.command.CommandRuns.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class QueryCommandsTest {

  private static final String BORN =
      "query born($y: I32) { match { $a: Author $a.born > $y } return { $a.handle, $a.born as y }"
          + " order { $a.handle } }";

  @TempDir private Path directory;

  private String root;

  @BeforeEach
  void createGraph() {
    root = directory.resolve("authors.omni").toString();
    StoredAuthors.in(Path.of(root)).close();
  }

  /** A format and what it looks like. */
  record Case(String format, String out) {}

  static final List<Case> FORMATS =
      List.of(
          new Case(
              "table",
              """
              2 rows from branch main via born
              a.handle | y\s\s\s
              ---------+-----
              ben      | 1980
              dov      | 1990
              """),
          new Case("csv", "a.handle,y\nben,1980\ndov,1990\n"),
          new Case(
              "kv",
              """
              2 rows from branch main via born
              row 1
              a.handle: ben
              y: 1980

              row 2
              a.handle: dov
              y: 1990
              """),
          new Case(
              "jsonl",
              """
              {"kind":"metadata","query_name":"born","target":{"branch":"main","snapshot":null},"row_count":2}
              {"a.handle":"ben","y":1980}
              {"a.handle":"dov","y":1990}
              """));

  @ParameterizedTest
  @FieldSource("FORMATS")
  void rowsArePrintedInTheFormatAskedFor(Case c) {
    Outcome outcome =
        run("query", root, "-e", BORN, "--params", "{\"y\":1975}", "--format", c.format());

    assertThat(outcome).isEqualTo(new Outcome(0, c.out(), ""));
  }

  @Test
  void aPlanIsATreeOfOperators() {
    Outcome outcome = run("query", root, "-e", BORN, "--params", "{\"y\":1975}", "--explain");

    assertThat(outcome)
        .isEqualTo(
            new Outcome(
                0,
                """
                plan of born
                sort $a.handle, $a.born order $a.handle  (about 1 row)
                └─ scan $a: Author where $a.born > $y  (about 1 row)
                """,
                ""));
  }

  @Test
  void aProfileHasWhatWasMeasured() {
    Outcome outcome =
        run("query", root, "-e", BORN, "--params", "{\"y\":1975}", "--profile", "--json");

    assertThat(outcome.out())
        .contains("\"row_count\": 2", "\"operator\": \"sort\"", "\"rows\": 2", "\"time_us\": ");
  }

  @Test
  void jsonIsOneIndentedDocument() {
    Outcome outcome = run("query", "-e", BORN, "--json", "--params", "{\"y\":1985}", "--uri", root);

    assertThat(outcome.out())
        .isEqualTo(
            """
            {
              "query_name": "born",
              "target": {
                "branch": "main",
                "snapshot": null
              },
              "row_count": 1,
              "columns": [
                "a.handle",
                "y"
              ],
              "rows": [
                {
                  "a.handle": "dov",
                  "y": 1990
                }
              ]
            }
            """);
  }

  @Test
  void aFileOfSeveralQueriesNeedsAName() throws Exception {
    Path file = directory.resolve("both.gq");
    Path parameters = directory.resolve("params.json");
    Files.writeString(file, BORN + BORN.replace("born(", "other("));
    Files.writeString(parameters, "{\"y\":1985}");

    assertThat(run("query", root, "--query", file.toString()).err()).contains("multiple queries");
    assertThat(
            run(
                    "query",
                    root,
                    "--query",
                    file.toString(),
                    "--name",
                    "other",
                    "--params-file",
                    parameters.toString())
                .out())
        .startsWith("1 row from branch main via other\n");
  }

  @Test
  void aMutationSaysWhatItChanged() {
    String add = "query add() { insert Author { handle: \"eva\" } }";

    assertThat(run("mutate", root, "-e", add))
        .isEqualTo(new Outcome(0, "changed main via add: 1 node, 0 edges\nactor_id: kim\n", ""));
    assertThat(run("mutate", root, "--json", "-e", add).out())
        .isEqualTo(
            """
            {
              "branch": "main",
              "query_name": "add",
              "affected_nodes": 1,
              "affected_edges": 0,
              "actor_id": "kim"
            }
            """);
  }

  /** A command line that fails. */
  record Failure(List<String> arguments, int exitCode, String message) {}

  static final List<Failure> FAILURES =
      List.of(
          new Failure(List.of("query"), 1, "--query"),
          new Failure(List.of("query", "-e", " "), 1, "must not be empty"),
          new Failure(List.of("query", "--query", "nope.gq"), 1, "No such file"),
          new Failure(List.of("query", "-e", BORN, "--query", "x.gq"), 2, "mutually exclusive"),
          new Failure(
              List.of("query", "-e", BORN, "--branch", "a", "--snapshot", "b"),
              2,
              "mutually exclusive"),
          new Failure(
              List.of("query", "-e", BORN, "--json", "--format", "kv"), 2, "mutually exclusive"),
          new Failure(List.of("query", "-e", BORN, "--format", "JSON"), 2, "JSON"),
          new Failure(List.of("query", "-e", BORN, "--params", "[]"), 1, "JSON object"),
          new Failure(List.of("query", "-e", BORN), 1, "parameter 'y' not provided"),
          new Failure(List.of("query", "-e", "query q("), 1, "parse error"),
          new Failure(
              List.of("query", "-e", "query q() { delete Author where born = 1 }"),
              1,
              "contains mutations"),
          new Failure(
              List.of("mutate", "-e", "query q() { match { $a: Author } return { $a } }"),
              1,
              "use query instead"));

  @ParameterizedTest
  @FieldSource("FAILURES")
  void aFailureSaysWhyOnStandardError(Failure failure) {
    List<String> arguments = new ArrayList<>(failure.arguments());
    arguments.addAll(List.of("--uri", root));

    Outcome outcome = run(arguments.toArray(String[]::new));

    assertThat(outcome.err()).contains(failure.message());
    assertThat(outcome.exitCode()).isEqualTo(failure.exitCode());
    assertThat(outcome.out()).isEmpty();
  }

  private static Outcome run(String... arguments) {
    return CommandRuns.of((Object[]) arguments);
  }
}
