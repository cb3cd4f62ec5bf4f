package io.omnigraph.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.omnigraph.ground.fault.FaultPoints;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** A schema that a stored query would not fit is refused, and the query named. */
class BrokenQueriesTest {

  private static final String SCHEMA =
      """
      node Ship { name: String @key  tons: I32? }
      node Port { code: String @key }
      edge Tows: Ship -> Ship { since: Date? }
      """;
  private static final String QUERIES =
      """
      query heavy() { match { $s: Ship $s.tons > 5 } return { $s.name } }
      query lines() {
        match { $s: Ship $t: Ship $s $e:* $t }
        return { $s.name, $e.since }
        order { $e.since }
      }
      query sail($name: String) { insert Ship { name: $name } }
      """;

  /** A schema, and the queries that it breaks with the code of each. */
  record Case(String name, String schema, List<String> broken, List<String> whole) {

    @Override
    public String toString() {
      return name;
    }
  }

  static final List<Case> CASES =
      List.of(
          new Case(
              "a property goes",
              SCHEMA.replace("tons: I32?", ""),
              List.of("heavy", "T6"),
              List.of("lines", "sail")),
          new Case(
              "another type joins a wildcard and lacks what is read",
              SCHEMA + "edge Escorts: Ship -> Ship\n",
              List.of("lines", "T6", "Escorts"),
              List.of("heavy", "sail")),
          new Case(
              "a property must be there",
              SCHEMA.replace("tons: I32?", "tons: I32 @default(\"0\")"),
              List.of("sail", "T12"),
              List.of("heavy", "lines")),
          new Case(
              "a type goes",
              SCHEMA.replace("edge Tows: Ship -> Ship { since: Date? }\n", "")
                  + "edge Escorts: Ship -> Ship { until: Date? }\n",
              List.of("lines", "T6"),
              List.of("heavy", "sail")));

  @TempDir private Path directory;

  @BeforeEach
  void makeAGraph() throws IOException {
    write("harbor.pg", SCHEMA);
    write("harbor.gq", QUERIES);
    write(
        "cluster.yaml",
        "version: 1\ngraphs:\n  harbor:\n    schema: ./harbor.pg\n    queries: ./harbor.gq\n");
    write(
        "omnigraph.yaml",
        """
        queries:
          heavy:
            file: ./harbor.gq
          lines:
            file: ./harbor.gq
          sail:
            file: ./harbor.gq
        """);
    cli().succeeds("cluster", "import", "--config", directory.toString());
    cli().succeeds("cluster", "apply", "--config", directory.toString());
  }

  @AfterAll
  static void countRows() {
    System.out.println("rows covered: " + CASES.size() + " schemas that break stored queries");
  }

  @ParameterizedTest
  @FieldSource("CASES")
  void aPlanOfTheClusterNamesThem(Case given) throws IOException {
    write("harbor.pg", given.schema());

    InProcess.Result refused = cli().run("cluster", "plan", "--config", directory.toString());

    assertThat(refused.exitCode()).isEqualTo(1);
    assertThat(refused.out()).contains("query_typecheck_error").contains(given.broken());
    given
        .whole()
        .forEach(query -> assertThat(refused.out()).doesNotContain("queries." + query + ":"));
  }

  @ParameterizedTest
  @FieldSource("CASES")
  void aDirectApplyNamesThem(Case given) throws IOException {
    write("direct.pg", given.schema());
    String graph = directory.resolve("graphs/harbor.omni").toString();

    InProcess.Result refused =
        cli().run("schema", "apply", graph, "--schema", directory.resolve("direct.pg").toString());

    assertThat(refused.exitCode()).isEqualTo(1);
    assertThat(refused.err())
        .contains("stored queries failed the schema check")
        .contains(given.broken());
    given
        .whole()
        .forEach(query -> assertThat(refused.err()).doesNotContain("query `" + query + "`"));
    assertThat(cli().succeeds("schema", "show", graph)).isEqualTo(SCHEMA);
  }

  private InProcess cli() {
    return new InProcess(directory, FaultPoints.none());
  }

  private void write(String name, String content) throws IOException {
    Files.writeString(directory.resolve(name), content);
  }
}
