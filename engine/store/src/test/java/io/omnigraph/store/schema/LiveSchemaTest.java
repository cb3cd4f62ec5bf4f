package io.omnigraph.store.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.omnigraph.graph.Graph;
import io.omnigraph.graph.Graphs;
import io.omnigraph.graph.NoSuchTargetException;
import io.omnigraph.graph.commit.Commit;
import io.omnigraph.graph.live.LiveSchema;
import io.omnigraph.graph.live.LiveSchema.Outcome;
import io.omnigraph.graph.live.LiveSchemaException;
import io.omnigraph.graph.maintenance.RepairMode;
import io.omnigraph.graph.snapshot.Column;
import io.omnigraph.graph.snapshot.NodeTable;
import io.omnigraph.graph.snapshot.ReadTarget;
import io.omnigraph.graph.write.WriteRequest;
import io.omnigraph.ground.fault.FaultPoints;
import io.omnigraph.schema.catalog.Schema;
import io.omnigraph.schema.migration.MigrationStep.DropMode;
import io.omnigraph.store.TestSchemas;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiveSchemaTest {

  private static final String BEFORE =
      """
      node Ship { imo: String @key  name: String  flags: [String]? }
      node Port { code: String @key }
      edge Calls: Ship -> Port
      """;

  @TempDir Path directory;
  private String root = "";
  private String loaded = "";

  @BeforeEach
  void createGraph() {
    root = directory.resolve("g.omni").toString();
    try (Graph graph =
        Graphs.create(root, TestSchemas.of(BEFORE), Optional.empty(), FaultPoints.none())) {
      graph.write(
          new WriteRequest("main", null, "load"),
          t -> {
            t.upsertNode(
                "Ship", null, Map.of("imo", "1", "name", "Kestrel", "flags", List.of("reefer")));
            t.upsertNode("Port", null, Map.of("code", "NLRTM"));
            return t.upsertEdge("Calls", "c", "1", "NLRTM", Map.of());
          });
      loaded = graph.history("main").getFirst().id();
    }
  }

  @Test
  void aRenameWritesNoDataAndKeepsRowsAndEdges() throws IOException {
    Set<Path> before = dataFiles();

    apply(
        """
        node Vessel @rename_from("Ship") {
          imo: String @key
          title: String @rename_from("name")
          flags: [String]?
        }
        node Port { code: String @key }
        edge Calls: Vessel -> Port
        """,
        DropMode.SOFT);

    assertThat(dataFiles()).isEqualTo(before);
    try (Graph graph = Graphs.open(root, FaultPoints.none())) {
      var now = graph.snapshot(ReadTarget.main());
      NodeTable vessels = now.nodes("Vessel");
      assertThat(text(vessels, "title", "1")).isEqualTo("Kestrel");
      assertThat(now.edges("Calls").outgoing().degree(vessels.rowOf("1"))).isOne();
      assertThat(text(then(graph).nodes("Ship"), "name", "1")).isEqualTo("Kestrel");
      assertThatThrownBy(() -> now.nodes("Ship")).isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void addingAndDroppingAPropertyWritesNoData() throws IOException {
    Set<Path> before = dataFiles();

    apply(BEFORE.replace("flags: [String]?", "flags: [String]?\n  berth: String?"), DropMode.SOFT);
    apply(BEFORE.replace("flags: [String]?", "berth: String?"), DropMode.SOFT);

    assertThat(dataFiles()).isEqualTo(before);
  }

  @Test
  void aPropertyAddedAgainIsEmpty() {
    apply(BEFORE.replace("flags: [String]?", ""), DropMode.SOFT);
    apply(BEFORE, DropMode.SOFT);

    try (Graph graph = Graphs.open(root, FaultPoints.none())) {
      NodeTable ships = graph.snapshot(ReadTarget.main()).nodes("Ship");
      assertThat(ships.column("flags").isNull(ships.rowOf("1"))).isTrue();
      NodeTable then = then(graph).nodes("Ship");
      assertThat(((Column.Lists) then.column("flags")).get(then.rowOf("1")))
          .containsExactly("reefer");
    }
  }

  @Test
  void anAddedPropertyIsNullInOldRowsAndWritableInNewOnes() {
    apply(BEFORE.replace("flags:", "tonnage: F64?  flags:"), DropMode.SOFT);

    try (Graph graph = Graphs.open(root, FaultPoints.none())) {
      graph.write(
          new WriteRequest("main", null, "load"),
          t -> t.upsertNode("Ship", null, Map.of("imo", "2", "name", "Tern", "tonnage", 1.5)));
      NodeTable ships = graph.snapshot(ReadTarget.main()).nodes("Ship");
      Column tonnage = ships.column("tonnage");
      assertThat(tonnage.isNull(ships.rowOf("1"))).isTrue();
      assertThat(((Column.Doubles) tonnage).get(ships.rowOf("2"))).isEqualTo(1.5);
      assertThat(text(ships, "name", "1")).isEqualTo("Kestrel");
      assertThat(text(ships, "name", "2")).isEqualTo("Tern");
    }
  }

  @Test
  void aSoftDropOfATypeLeavesItInEarlierCommits() {
    apply("node Ship { imo: String @key  name: String  flags: [String]? }", DropMode.SOFT);

    try (Graph graph = Graphs.open(root, FaultPoints.none())) {
      assertThat(then(graph).nodes("Port").liveCount()).isOne();
      assertThat(then(graph).edges("Calls").liveCount()).isOne();
    }
  }

  @Test
  void aHardDropPutsDataBeyondReachAndLeavesOtherTablesTheirHistory() throws IOException {
    apply("node Ship { imo: String @key  name: String }", DropMode.HARD);

    try (Graph graph = Graphs.open(root, FaultPoints.none())) {
      NodeTable ships = graph.snapshot(ReadTarget.main()).nodes("Ship");
      assertThat(text(ships, "name", "1")).isEqualTo("Kestrel");
      assertThatThrownBy(() -> then(graph).nodes("Ship"))
          .isInstanceOf(NoSuchTargetException.class)
          .hasMessageContaining("no longer retained");
      assertThatThrownBy(() -> then(graph).nodes("Port")).isInstanceOf(NoSuchTargetException.class);
    }
    assertThat(dataFiles()).hasSize(1);
  }

  @Test
  void aHardDropLeavesNothingInRecordsOfCommits() throws IOException {
    try (Graph graph = Graphs.open(root, FaultPoints.none())) {
      for (String imo : List.of("2", "3")) {
        graph.write(
            new WriteRequest("main", null, "mutate"),
            t ->
                t.upsertNode(
                    "Ship", null, Map.of("imo", imo, "name", "Tern", "flags", List.of("secret"))));
      }
    }
    assertThat(filesWith("secret")).hasSize(2);

    apply("node Ship { name: String  imo: String @key }", DropMode.HARD);

    assertThat(filesWith("secret")).isEmpty();
    try (Graph graph = Graphs.open(root, FaultPoints.none())) {
      NodeTable ships = graph.snapshot(ReadTarget.main()).nodes("Ship");
      assertThat(text(ships, "name", "3")).isEqualTo("Tern");
      assertThat(graph.maintenance().repair(RepairMode.PREVIEW).findings()).isEmpty();
    }
  }

  @Test
  void aNewTextWithoutStepsIsStored() {
    String commented = "// ships\n" + BEFORE;

    Outcome outcome = apply(commented, DropMode.SOFT);

    assertThat(outcome).isInstanceOf(Outcome.Applied.class);
    try (LiveSchema live = Graphs.ENGINE.schemas().openReadOnly(root)) {
      assertThat(live.accepted().source()).isEqualTo(commented);
    }
  }

  @Test
  void theCommitNamesActorAndOperation() {
    apply(BEFORE + "node Berth { code: String @key }", DropMode.SOFT);

    try (Graph graph = Graphs.open(root, FaultPoints.none())) {
      Commit commit = graph.history("main").getFirst();
      assertThat(commit.actor()).isEqualTo("andrew");
      assertThat(commit.operation()).isEqualTo("schema_apply");
      assertThat(commit.version()).isEqualTo(3);
      assertThat(graph.snapshot(ReadTarget.main()).nodes("Berth").size()).isZero();
    }
  }

  @Test
  void anUnsupportedChangeIsRefusedAndChangesNothing() {
    Outcome outcome = apply(BEFORE.replace("name: String", "name: I64"), DropMode.SOFT);

    assertThat(outcome).isInstanceOf(Outcome.Refused.class);
    try (LiveSchema live = Graphs.ENGINE.schemas().openReadOnly(root)) {
      assertThat(live.manifestVersion()).isEqualTo(2);
      assertThat(live.accepted().source()).isEqualTo(BEFORE);
    }
  }

  @Test
  void aRootWithoutAGraphIsMissing() {
    assertThatThrownBy(() -> Graphs.ENGINE.schemas().openReadOnly(directory + "/none"))
        .isInstanceOfSatisfying(LiveSchemaException.class, e -> assertThat(e.isMissing()).isTrue())
        .hasMessageContaining("not found");
  }

  private Outcome apply(String source, DropMode mode) {
    return apply(TestSchemas.of(source), mode, FaultPoints.none());
  }

  private Outcome apply(Schema desired, DropMode mode, FaultPoints faults) {
    try (LiveSchema live = Graphs.ENGINE.schemas().open(root, faults)) {
      return live.apply(desired, mode, Optional.of("andrew"));
    }
  }

  private io.omnigraph.graph.snapshot.Snapshot then(Graph graph) {
    return graph.snapshot(new ReadTarget.AtCommit(loaded));
  }

  private static String text(NodeTable table, String property, String id) {
    return ((Column.Texts) table.column(property)).get(table.rowOf(id));
  }

  private Set<Path> filesWith(String text) throws IOException {
    try (Stream<Path> files = Files.walk(Path.of(root, "commits"))) {
      Set<Path> found = new TreeSet<>();
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (Files.readString(file).contains(text)) {
          found.add(file);
        }
      }
      return found;
    }
  }

  private Set<Path> dataFiles() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of(root, "tables"))) {
      return files
          .filter(f -> f.toString().endsWith(".lance"))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }
}
