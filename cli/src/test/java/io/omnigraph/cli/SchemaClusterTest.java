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

/** The table of schemas in a cluster (docs/reference/schema-language.md §18). */
class SchemaClusterTest {

  private static final String CONFIG =
      "version: 1\nmetadata:\n  name: harbor\ngraphs:\n  harbor:\n    schema: ./harbor.pg\n";
  private static final String SCHEMA = "node Ship { imo: String @key  tons: I32? }\n";
  private static final String WIDER = SCHEMA.replace("tons", "flag: String? tons");

  /** What is tried on a fresh cluster. */
  interface Trial {
    void run(SchemaClusterTest cluster) throws IOException;
  }

  record Case(String title, Trial trial) {

    @Override
    public String toString() {
      return title;
    }
  }

  static final List<Case> CASES =
      List.of(
          new Case(
              "a nullable property, planned",
              c -> {
                c.write("harbor.pg", WIDER);
                assertThat(c.cluster("plan"))
                    .contains("Update schema.harbor")
                    .contains("add_property Ship.flag (String?)");
                assertThat(c.shown()).isEqualTo(SCHEMA);
              }),
          new Case(
              "applied together with a query of it",
              c -> {
                c.write("harbor.pg", WIDER);
                c.write("flags.gq", "query flags() { match { $s: Ship } return { $s.flag } }");
                c.write(
                    "cluster.yaml",
                    CONFIG + "    queries:\n      flags:\n        file: ./flags.gq\n");
                assertThat(c.cluster("apply")).contains("converged: true");
                assertThat(c.shown()).isEqualTo(WIDER);
                assertThat(c.directory.resolve("__cluster/recoveries"))
                    .satisfiesAnyOf(
                        d -> assertThat(d).doesNotExist(), d -> assertThat(d).isEmptyDirectory());
                assertThat(c.cluster("plan")).contains("no changes");
              }),
          new Case(
              "the root is missing",
              c -> {
                c.write("harbor.pg", WIDER);
                Files.move(c.directory.resolve("graphs"), c.directory.resolve("away"));
                assertThat(c.cluster("plan"))
                    .contains("schema_preview_unavailable")
                    .doesNotContain("add_property");
              }),
          new Case(
              "a change of type is refused each time",
              c -> {
                c.write("harbor.pg", SCHEMA.replace("I32", "I64"));
                for (int run = 0; run < 2; run++) {
                  InProcess.Result refused = c.run("apply");
                  assertThat(refused.exitCode()).isEqualTo(1);
                  assertThat(refused.out())
                      .contains("schema_apply_failed")
                      .contains("changing property type");
                }
                assertThat(c.shown()).isEqualTo(SCHEMA);
              }),
          new Case(
              "a direct apply is drift and is converged",
              c -> {
                c.write("direct.pg", WIDER);
                String direct = c.directory.resolve("direct.pg").toString();
                c.cli().succeeds("schema", "apply", c.root(), "--schema", direct);
                assertThat(c.cluster("refresh")).contains("drifted");
                assertThat(c.cluster("plan")).contains("drop_property Ship.flag [soft]");
                assertThat(c.cluster("apply")).contains("converged: true");
                assertThat(c.shown()).isEqualTo(SCHEMA);
                assertThat(c.cluster("plan")).contains("no changes");
              }),
          new Case(
              "an edit of comments settles",
              c -> {
                c.write("harbor.pg", "// ships\n" + SCHEMA);
                assertThat(c.cluster("apply")).contains("converged: true");
                assertThat(c.cluster("refresh")).doesNotContain("drifted");
                assertThat(c.cluster("plan")).contains("no changes");
              }));

  @TempDir Path directory;

  @BeforeEach
  void makeCluster() throws IOException {
    write("cluster.yaml", CONFIG);
    write("harbor.pg", SCHEMA);
    cluster("import");
    cluster("apply");
  }

  @AfterAll
  static void count() {
    System.out.println("rows covered: " + CASES.size() + " cases of schemas in clusters");
  }

  @ParameterizedTest
  @FieldSource("CASES")
  void settles(Case tried) throws IOException {
    tried.trial().run(this);
  }

  private InProcess cli() {
    return new InProcess(directory, FaultPoints.none());
  }

  private String cluster(String command) {
    return cli().succeeds("cluster", command, "--config", directory.toString());
  }

  private InProcess.Result run(String command) {
    return cli().run("cluster", command, "--config", directory.toString());
  }

  private String shown() {
    return cli().succeeds("schema", "show", root());
  }

  private String root() {
    return directory.resolve("graphs/harbor.omni").toString();
  }

  private void write(String name, String content) throws IOException {
    Files.writeString(directory.resolve(name), content);
  }
}
