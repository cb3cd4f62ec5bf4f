package io.omnigraph.store.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.omnigraph.graph.Graph;
import io.omnigraph.graph.GraphException;
import io.omnigraph.graph.Graphs;
import io.omnigraph.graph.NoSuchTargetException;
import io.omnigraph.graph.live.LiveSchema.Outcome;
import io.omnigraph.graph.live.LiveSchemaException;
import io.omnigraph.graph.snapshot.ReadTarget;
import io.omnigraph.graph.snapshot.Snapshot;
import io.omnigraph.graph.snapshot.TableState;
import io.omnigraph.ground.fault.FaultPoints;
import io.omnigraph.ground.source.SourceText;
import io.omnigraph.schema.SchemaCompiler;
import io.omnigraph.schema.migration.MigrationStep.DropMode;
import io.omnigraph.store.TestSchemas;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * The table of applies (docs/reference/schema-language.md §18), as far as it concerns the engine.
 * There is no lock, so its rows about one are about what happens during an apply; and branches are
 * carried over instead of standing in the way.
 */
class ApplyTableTest {

  private static final String SCHEMA = Harbor.SCHEMA;
  private static final String WITHOUT_TONS = SCHEMA.replace("tons: I32?", "");
  private static final String ONLY_SHIPS = SCHEMA.lines().findFirst().orElseThrow() + "\n";

  /** What is tried on a fresh harbour. */
  interface Trial {
    void run(Harbor harbor) throws IOException;
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
              "unchanged schema",
              harbor -> {
                Outcome.Applied applied = applied(harbor, SCHEMA);
                assertThat(applied.plan().migration().steps()).isEmpty();
                assertThat(applied.manifestVersion()).isEqualTo(2);
              }),
          new Case(
              "comments only: the text is new, the version is not",
              harbor -> {
                assertThat(applied(harbor, "// ships\n" + SCHEMA).manifestVersion()).isEqualTo(2);
                assertThat(now(harbor).schema().source()).startsWith("// ships");
                assertThat(harbor.plan("// ships\n" + SCHEMA).migration().steps()).isEmpty();
              }),
          new Case(
              "nullable property added",
              harbor -> {
                applied(harbor, SCHEMA.replace("tons", "flag: String? tons"));
                assertThat(harbor.values("main", "Ship"))
                    .containsEntry("1.tons", 5L)
                    .doesNotContainKey("1.flag");
              }),
          new Case(
              "property and type renamed",
              harbor -> {
                applied(
                    harbor,
                    SCHEMA
                        .replace("Ship", "Vessel")
                        .replace("node Vessel", "node Vessel @rename_from(\"Ship\")")
                        .replace("tons: I32?", "mass: I32? @rename_from(\"tons\")"));
                assertThat(harbor.values("main", "Vessel")).containsEntry("1.mass", 5L);
                assertThat(tables(now(harbor))).contains("node:Vessel").doesNotContain("node:Ship");
                assertThat(tables(before(harbor)))
                    .contains("node:Ship")
                    .doesNotContain("node:Vessel");
              }),
          new Case(
              "unsupported plan",
              harbor -> {
                Outcome outcome = harbor.apply(SCHEMA.replace("I32?", "I64?"));
                assertThat(outcome).isInstanceOf(Outcome.Refused.class);
                assertThat(now(harbor).commit().version()).isEqualTo(2);
              }),
          new Case(
              "branch feature exists",
              harbor -> {
                harbor.branch("feature");
                applied(harbor, WITHOUT_TONS);
                assertThat(harbor.values("feature", "Ship")).doesNotContainKey("1.tons");
              }),
          new Case(
              "node type dropped, edge type naming it kept",
              _ ->
                  assertThat(
                          SchemaCompiler.compile(
                                  new SourceText("s.pg", SCHEMA.replace("node Port", "node Quay")))
                              .problems())
                      .extracting(SchemaCompiler.Problem::message)
                      .containsExactly("edge `Calls` references unknown target type `Port`")),
          new Case(
              "soft drop of a property",
              harbor -> {
                assertThat(applied(harbor, WITHOUT_TONS).manifestVersion()).isEqualTo(3);
                assertThat(harbor.values("main", "Ship"))
                    .containsKey("3")
                    .doesNotContainKey("1.tons");
                assertThat(Harbor.values(before(harbor), "Ship")).containsEntry("1.tons", 5L);
              }),
          new Case(
              "soft drop, then the same property again",
              harbor -> {
                applied(harbor, WITHOUT_TONS);
                applied(harbor, SCHEMA);
                assertThat(harbor.values("main", "Ship")).doesNotContainKey("1.tons");
              }),
          new Case(
              "soft drop of node and edge",
              harbor -> {
                applied(harbor, ONLY_SHIPS);
                assertThat(tables(now(harbor))).containsExactly("node:Ship");
                assertThat(tables(before(harbor))).hasSize(3);
                assertThat(harbor.values("main", "Ship")).containsEntry("1.tons", 5L);
              }),
          new Case(
              "hard drop of a property",
              harbor -> {
                harbor.apply(WITHOUT_TONS, DropMode.HARD, FaultPoints.none());
                assertThat(harbor.values("main", "Ship")).doesNotContainKey("1.tons");
                assertThatThrownBy(() -> Harbor.values(before(harbor), "Ship"))
                    .isInstanceOf(NoSuchTargetException.class);
                assertThat(Harbor.values(before(harbor), "Port")).containsKey("A");
              }),
          new Case(
              "hard drop of node and edge",
              harbor -> {
                harbor.apply(ONLY_SHIPS, DropMode.HARD, FaultPoints.none());
                assertThat(tables(now(harbor))).containsExactly("node:Ship");
              }),
          new Case(
              "stored source replaced by another schema",
              harbor -> {
                edit(harbor, "node Other {}");
                assertThatThrownBy(() -> harbor.plan(SCHEMA))
                    .isInstanceOf(LiveSchemaException.class)
                    .hasMessageContaining("schema evolution is locked down in phase 1");
                assertThatThrownBy(() -> now(harbor)).isInstanceOf(GraphException.class);
              }),
          new Case(
              "a comment added to the stored source",
              harbor -> {
                edit(harbor, "// mine\n" + SCHEMA);
                assertThat(harbor.values("main", "Ship")).containsEntry("1.tons", 5L);
                assertThat(harbor.plan(SCHEMA).migration().steps()).isEmpty();
              }),
          new Case(
              "write during an apply",
              harbor -> {
                harbor.apply(
                    WITHOUT_TONS,
                    DropMode.SOFT,
                    point ->
                        harbor.write(
                            "main", t -> t.upsertNode("Port", point, Map.of("code", point))));
                assertThat(harbor.values("main", "Port")).hasSizeGreaterThanOrEqualTo(10);
              }),
          new Case(
              "branch listing during an apply",
              harbor -> {
                List<String> seen = new ArrayList<>();
                harbor.apply(
                    WITHOUT_TONS,
                    DropMode.SOFT,
                    _ -> {
                      try (Graph graph = harbor.open()) {
                        seen.addAll(graph.branches());
                      }
                    });
                assertThat(seen).isNotEmpty().containsOnly("main");
              }),
          new Case(
              "re-create on an existing graph",
              harbor -> {
                assertThatThrownBy(() ->
                        Graphs.create(
                            harbor.root(),
                            TestSchemas.of(ONLY_SHIPS),
                            Optional.empty(),
                            FaultPoints.none()))
                    .hasMessageContaining("already initialized");
                assertThat(now(harbor).schema().source()).isEqualTo(SCHEMA);
              }));

  @TempDir Path directory;

  @AfterAll
  static void count() {
    System.out.println("rows covered: " + CASES.size() + " applies of schemas");
  }

  @ParameterizedTest
  @FieldSource("CASES")
  void applies(Case tried) throws IOException {
    tried.trial().run(new Harbor(directory));
  }

  private static Outcome.Applied applied(Harbor harbor, String source) {
    Outcome outcome = harbor.apply(source);
    assertThat(outcome).isInstanceOf(Outcome.Applied.class);
    return (Outcome.Applied) outcome;
  }

  private static Snapshot now(Harbor harbor) {
    try (Graph graph = harbor.open()) {
      return graph.snapshot(ReadTarget.main());
    }
  }

  /** The graph before its last change. */
  private static Snapshot before(Harbor harbor) {
    Graph graph = harbor.open();
    String parent = graph.history("main").get(1).id();
    return graph.snapshot(new ReadTarget.AtCommit(parent));
  }

  private static List<String> tables(Snapshot snapshot) {
    return snapshot.tables().stream().map(TableState::key).toList();
  }

  private static void edit(Harbor harbor, String source) throws IOException {
    try (Stream<Path> files = Files.list(Path.of(harbor.root(), "schemas"))) {
      Path stored = files.filter(file -> file.toString().endsWith(".pg")).findFirst().orElseThrow();
      Files.writeString(stored, source);
    }
  }
}
