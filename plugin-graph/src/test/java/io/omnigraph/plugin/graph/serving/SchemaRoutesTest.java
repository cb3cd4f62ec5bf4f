package io.omnigraph.plugin.graph.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import io.omnigraph.api.Address;
import io.omnigraph.api.serving.Access;
import io.omnigraph.api.serving.Problem;
import io.omnigraph.api.serving.Serving;
import io.omnigraph.api.serving.ServingPlugin.Start;
import io.omnigraph.graph.Graph;
import io.omnigraph.graph.Graphs;
import io.omnigraph.graph.write.WriteRequest;
import io.omnigraph.ground.access.Action;
import io.omnigraph.ground.access.Deed;
import io.omnigraph.ground.fault.FaultPoints;
import io.omnigraph.plugin.graph.serving.FakeServer.Call;
import io.omnigraph.store.TestSchemas;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The routes that plan and apply schemas (docs/reference/http.md §9.11). */
class SchemaRoutesTest {

  private static final String BEFORE = "node Ship { name: String @key  tons: I32? }";
  private static final Address HARBOR = new Address("graph", "harbor");

  /**
   * A schema for the graph.
   *
   * @param status of the answer
   * @param answer compact JSON of a reply after its {@code uri}, or part of a problem's message
   */
  record Case(String schema, boolean allowDataLoss, int status, String answer) {}

  static final List<Case> CASES =
      List.of(
          new Case(
              BEFORE.replace("tons", "flag: String? tons"),
              false,
              200,
              "\"supported\":true,\"applied\":true,\"step_count\":1,\"manifest_version\":3,"
                  + "\"steps\":[{\"kind\":\"add_property\",\"type_kind\":\"node\","
                  + "\"type_name\":\"Ship\",\"property_name\":\"flag\",\"property_type\":"
                  + "{\"scalar\":\"String\",\"nullable\":true,\"list\":false,"
                  + "\"enum_values\":null}}]}"),
          new Case(
              BEFORE,
              false,
              200,
              "\"supported\":true,\"applied\":false,\"step_count\":0,\"manifest_version\":2,"
                  + "\"steps\":[]}"),
          new Case(
              BEFORE.replace("tons: I32?", "mass: I32? @rename_from(\"tons\")"),
              false,
              200,
              "\"kind\":\"rename_property\""),
          new Case(
              BEFORE.replace("I32?", "I32? @index"), false, 200, "\"kind\":\"add_constraint\""),
          new Case(BEFORE.replace("tons: I32?", ""), false, 200, "\"mode\":\"soft\""),
          new Case(
              BEFORE.replace("tons: I32?", ""),
              true,
              200,
              "\"mode\":\"hard\"}],\"destroyed\":[{\"entity\":\"node:Ship.tons\",\"rows\":1}]}"),
          new Case(
              BEFORE.replace("I32?", "I64?"), false, 400, "[OG-MF-106] changing property type"),
          new Case("node Ship {", false, 400, "schema_source:1:12"),
          new Case("node Boat { name: String }", false, 400, "stored query `ships` needs Ship"),
          new Case(BEFORE.replace("I32?", "I32"), false, 409, "[OG-NL-101] branch 'stuck'"));

  @TempDir Path directory;
  private Serving serving = new Serving() {};
  private FakeServer server = new FakeServer(serving);

  @BeforeEach
  void start() {
    try (Graph graph =
        Graphs.create(root(), TestSchemas.of(BEFORE), Optional.empty(), FaultPoints.none())) {
      graph.write(
          new WriteRequest("main", null, "load"),
          t -> t.upsertNode("Ship", null, Map.of("name", "Kestrel", "tons", 3L)));
    }
    Start start =
        new GraphServingPlugin()
            .start(FakeServer.context(FakeServer.revision(directory, "harbor")));
    serving = start instanceof Start.Ready(Serving ready) ? ready : fail("refused");
    server = new FakeServer(serving);
    serving.services().stream()
        .filter(SchemaGates.class::isInstance)
        .map(SchemaGates.class::cast)
        .forEach(gates ->
            gates.add((graph, desired) ->
                desired.node("Ship").isEmpty()
                    ? Optional.of("stored query `ships` needs Ship")
                    : Optional.empty()));
  }

  @AfterEach
  void stop() {
    serving.close();
  }

  @AfterAll
  static void count() {
    System.out.println("rows covered: " + CASES.size() + " schema applies over HTTP");
  }

  @ParameterizedTest
  @FieldSource("CASES")
  void appliesOrSaysWhyNot(Case given) {
    if (given.status() == 409) {
      strandABranch();
    }

    Object reply = server.call(call("applySchema", given.schema(), given.allowDataLoss()));

    if (given.status() == 200) {
      assertThat(((JsonNode) reply).toString()).contains(given.answer());
      assertThat(accepted()).isEqualTo(given.schema());
    } else {
      assertThat((Problem) reply)
          .satisfies(problem -> assertThat(problem.status()).isEqualTo(given.status()))
          .satisfies(problem -> assertThat(problem.message()).contains(given.answer()));
      assertThat(accepted()).isEqualTo(BEFORE);
    }
  }

  @Test
  void aPlanChangesNothing() {
    Object reply = server.call(call("planSchema", "node Boat { name: String }", null));

    assertThat(((JsonNode) reply).toString())
        .contains("\"supported\":true,\"step_count\":2,\"steps\":[{\"kind\":\"add_type\"");
    assertThat(accepted()).isEqualTo(BEFORE);
  }

  @Test
  void applyingIsAWriteToMainAndPlanningIsReading() {
    assertThat(server.checks(call("applySchema", BEFORE, null)))
        .isEqualTo(List.of(Access.Check.of(Deed.schemaApply(), HARBOR)));
    assertThat(server.checks(call("planSchema", BEFORE, null)))
        .isEqualTo(List.of(Access.Check.on(Action.READ, HARBOR)));
  }

  /** A branch with a ship that has no tons, while every ship of main has some. */
  private void strandABranch() {
    Graph graph =
        serving.services().stream()
            .filter(ServedGraph.class::isInstance)
            .map(served -> ((ServedGraph) served).graph())
            .findFirst()
            .orElseThrow();
    graph.createBranch("stuck", "main");
    graph.write(
        new WriteRequest("stuck", null, "load"),
        t -> t.upsertNode("Ship", null, Map.of("name", "Tern")));
  }

  private String accepted() {
    Object reply =
        server.call(
            new Call<>("getSchema", Map.of("graph_id", "harbor"), Map.of(), Optional.empty()));
    return ((SchemaSource) reply).schemaSource();
  }

  private static Call<?> call(String operation, String schema, @Nullable Boolean allowDataLoss) {
    return new Call<>(
        operation,
        Map.of("graph_id", "harbor"),
        Map.of(),
        new SchemaRequest(schema, allowDataLoss));
  }

  private String root() {
    return directory.resolve("graphs/harbor.omni").toString();
  }
}
