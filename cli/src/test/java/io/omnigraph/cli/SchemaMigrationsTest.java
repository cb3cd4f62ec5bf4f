package io.omnigraph.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.omnigraph.ground.fault.FaultPoints;
import io.omnigraph.ground.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * Every migration step on a graph with rows: planned and applied by {@code cluster apply}, read
 * back by a query, and undone by applying the old schema.
 */
class SchemaMigrationsTest {

  private static final String SCHEMA =
      """
      interface Named { name: String }
      node Ship implements Named {
        imo: String @key
        tons: I32?
        status: enum(active, laid_up)?
        @range(tons, 0..500)
      }
      node Port { code: String @key }
      edge Calls: Ship -> Port { note: String? }
      """;

  private static final String SEED =
      """
      {"type":"Ship","data":{"imo":"1","name":"Kestrel","tons":5,"status":"active"}}
      {"type":"Ship","data":{"imo":"2","name":"Tern","tons":7}}
      {"type":"Port","data":{"code":"A"}}
      {"edge":"Calls","from":"1","to":"A","data":{"id":"c1","note":"on time"}}
      """;

  private static final String SHIPS = "match { $s: Ship } return { $s.name, $s.tons }";
  private static final String SHIP_ROWS = "[Kestrel, 5] [Tern, 7]";

  /**
   * A change of the schema and back.
   *
   * @param desired the schema to apply
   * @param plan a line of the plan
   * @param query what is asked afterwards, and the rows of the answer
   * @param back the schema that leads back
   * @param undone what {@link #SHIPS} answers after the way back
   */
  record Step(String desired, String plan, String query, String rows, String back, String undone) {

    /** A change of a part of the schema, which the schema itself undoes. */
    static Step of(String from, String to, String plan, String query, String rows) {
      return new Step(with(from, to), plan, query, rows, SCHEMA, SHIP_ROWS);
    }

    @Override
    public String toString() {
      return plan;
    }
  }

  private static String with(String from, String to) {
    assertThat(SCHEMA).contains(from);
    return SCHEMA.replace(from, to);
  }

  static final List<Step> STEPS =
      List.of(
          Step.of(
              "node Port",
              "node Berth { code: String @key } node Port",
              "add_type node Berth",
              "match { $b: Berth } return { $b.code }",
              ""),
          Step.of(
              "interface Named",
              "interface Sized { size: I32? } interface Named",
              "add_type interface Sized",
              SHIPS,
              SHIP_ROWS),
          new Step(
              with("node Ship", "node Vessel @rename_from(\"Ship\")")
                  .replace("Calls: Ship", "Calls: Vessel"),
              "rename_type node Ship -> Vessel",
              "match { $v: Vessel $v calls $p } return { $v.name, $p.code }",
              "[Kestrel, A]",
              with("node Ship", "node Ship @rename_from(\"Vessel\")"),
              SHIP_ROWS),
          Step.of(
              "tons: I32?",
              "tons: I32?  flag: String?",
              "add_property Ship.flag (String?)",
              "match { $s: Ship } return { $s.name, $s.flag }",
              "[Kestrel, null] [Tern, null]"),
          Step.of(
              "tons: I32?",
              "tons: I32?  crew: I32 @default(3)",
              "add_property Ship.crew (I32) filled with '3'",
              "match { $s: Ship } return { $s.name, $s.crew }",
              "[Kestrel, 3] [Tern, 3]"),
          new Step(
              with("tons: I32?", "mass: I32? @rename_from(\"tons\")")
                  .replace("range(tons", "range(mass"),
              "rename_property Ship.tons -> mass",
              "match { $s: Ship } return { $s.name, $s.mass }",
              SHIP_ROWS,
              with("tons: I32?", "tons: I32? @rename_from(\"mass\")"),
              SHIP_ROWS),
          Step.of(
              "tons: I32?",
              "tons: I32? @index",
              "add_constraint Ship @index(tons)",
              "match { $s: Ship { tons: 7 } } return { $s.name }",
              "[Tern]"),
          Step.of(
              "tons: I32?",
              "tons: I32? @unique",
              "add_constraint Ship @unique(tons)",
              SHIPS,
              SHIP_ROWS),
          Step.of(
              "node Ship implements Named {",
              "node Ship implements Named { @check(name, \"^[KT]\")",
              "add_constraint Ship @check(name, \"^[KT]\")",
              SHIPS,
              SHIP_ROWS),
          Step.of(
              "@range(tons, 0..500)",
              "@range(tons, 5..)",
              "drop_constraint Ship @range(tons, 0..500)",
              SHIPS,
              SHIP_ROWS),
          Step.of(
              "imo: String @key",
              "imo: String",
              "drop_constraint Ship @key(imo)",
              SHIPS,
              SHIP_ROWS),
          Step.of(
              "tons: I32?",
              "tons: I32",
              "change_property_type Ship.tons (I32? -> I32)",
              SHIPS,
              SHIP_ROWS),
          Step.of(
              "enum(active, laid_up)?",
              "enum(active, laid_up, lost)?",
              "change_property_type Ship.status (Enum(active|laid_up)? ->"
                  + " Enum(active|laid_up|lost)?)",
              "match { $s: Ship { status: \"active\" } } return { $s.name }",
              "[Kestrel]"),
          Step.of(
              "enum(active, laid_up)?",
              "enum(active)?",
              "change_property_type Ship.status (Enum(active|laid_up)? -> Enum(active)?)",
              "match { $s: Ship { status: \"active\" } } return { $s.name }",
              "[Kestrel]"),
          Step.of(
              "Ship -> Port",
              "Ship -> Port @card(0..2)",
              "change_cardinality edge Calls (0.. -> 0..2)",
              "match { $s: Ship $s calls $p } return { $s.name, $p.code }",
              "[Kestrel, A]"),
          Step.of(
              "node Ship implements Named {",
              "node Ship { name: String",
              "change_interfaces Ship (none)",
              SHIPS,
              SHIP_ROWS),
          Step.of(
              "node Ship implements Named",
              "node Ship @description(\"floats\") implements Named",
              "update_type_metadata Ship (@description(floats))",
              SHIPS,
              SHIP_ROWS),
          Step.of(
              "tons: I32?",
              "tons: I32? @description(\"gross\")",
              "update_property_metadata Ship.tons (@description(gross))",
              SHIPS,
              SHIP_ROWS),
          new Step(
              with("  tons: I32?\n", "").replace("  @range(tons, 0..500)\n", ""),
              "drop_property Ship.tons [soft]",
              "match { $s: Ship } return { $s.name, $s.status }",
              "[Kestrel, active] [Tern, null]",
              SCHEMA,
              "[Kestrel, null] [Tern, null]"),
          Step.of(
              "edge Calls: Ship -> Port { note: String? }\n",
              "",
              "drop_type edge Calls [soft]",
              SHIPS,
              SHIP_ROWS),
          Step.of("interface Named", "// harbours\ninterface Named", "", SHIPS, SHIP_ROWS));

  @TempDir static Path directory;
  private static InProcess cli = new InProcess(Path.of(""), FaultPoints.none());

  @BeforeAll
  static void makeCluster() throws IOException {
    cli = new InProcess(directory, FaultPoints.none());
    write(
        "cluster.yaml",
        "version: 1\nmetadata:\n  name: harbor\ngraphs:\n  harbor:\n    schema: ./harbor.pg\n");
    write("harbor.pg", SCHEMA);
    write("seed.jsonl", SEED);
    cluster("import");
    cluster("apply");
  }

  @AfterAll
  static void count() {
    System.out.println(
        "rows covered: " + STEPS.size() + " migration steps, planned, applied, undone");
  }

  @ParameterizedTest
  @FieldSource("STEPS")
  void isPlannedAppliedReadAndUndone(Step step) throws IOException {
    load();

    converge(step.desired(), step.plan());
    assertThat(rows(step.query())).isEqualTo(step.rows());
    converge(step.back(), "");
    assertThat(rows(SHIPS)).isEqualTo(step.undone());
  }

  @Test
  void whatRowsStandAgainstIsShownByThePlanAndRefusedByApply() throws IOException {
    load();
    write("harbor.pg", SCHEMA.replace("enum(active, laid_up)?", "enum(active, laid_up)"));
    String reason =
        "changing property type of 'Ship.status' from enum(active, laid_up)? to"
            + " enum(active, laid_up) is not possible because of 1 stored row without a value: '2'";

    assertThat(cluster("plan"))
        .contains("migration UNSUPPORTED:")
        .contains("unsupported: " + reason + " [OG-MF-104]");
    InProcess.Result refused = cli.run("cluster", "apply", "--config", directory.toString());

    assertThat(refused.exitCode()).isEqualTo(1);
    assertThat(refused.out()).contains("schema_apply_failed").contains("[OG-MF-104] " + reason);
    converge(SCHEMA, "");
    assertThat(rows(SHIPS)).isEqualTo(SHIP_ROWS);
  }

  @Test
  void aDirectApplyThatBreaksAStoredQueryIsRefused() throws IOException {
    write("ships.gq", "query ships() { " + SHIPS + " }");
    write(
        "omnigraph.yaml",
        """
        graphs:
          h:
            uri: ./graphs/harbor.omni
            queries:
              ships:
                file: ships.gq
        """);
    write("direct.pg", SCHEMA.replace("tons", "mass"));
    String schema = directory.resolve("direct.pg").toString();

    InProcess.Result refused = cli.run("schema", "apply", "--target", "h", "--schema", schema);

    assertThat(refused.exitCode()).isEqualTo(1);
    assertThat(refused.err()).contains("schema check").contains("`ships`");
    assertThat(cli.succeeds("schema", "show", root())).isEqualTo(SCHEMA);
  }

  private static void converge(String schema, String plan) throws IOException {
    write("harbor.pg", schema);
    assertThat(cluster("plan")).contains(plan);
    assertThat(cluster("apply")).contains("converged: true");
    assertThat(cluster("plan")).contains("no changes");
    assertThat(cli.succeeds("schema", "show", root())).isEqualTo(schema);
  }

  private static void load() {
    cli.succeeds(
        "load",
        "--mode",
        "overwrite",
        "--data",
        directory.resolve("seed.jsonl").toString(),
        root());
  }

  private static String cluster(String command) {
    return cli.succeeds("cluster", command, "--config", directory.toString(), "--as", "andrew");
  }

  /** The rows of an answer, each as its values, sorted. */
  private static String rows(String query) throws IOException {
    write("ask.gq", "query ask() { " + query + " }");
    JsonNode answer =
        Json.mapper()
            .readTree(
                cli.succeeds(
                    "query", root(), "--query", directory.resolve("ask.gq").toString(), "--json"));
    return String.join(
        " ",
        answer
            .path("rows")
            .valueStream()
            .map(row -> row.valueStream().map(JsonNode::asText).toList().toString())
            .sorted()
            .toList());
  }

  private static String root() {
    return directory.resolve("graphs/harbor.omni").toString();
  }

  private static void write(String name, String content) throws IOException {
    Files.writeString(directory.resolve(name), content);
  }
}
