package io.omnigraph.store.maintenance;

import static org.assertj.core.api.Assertions.assertThat;

import io.omnigraph.graph.Graph;
import io.omnigraph.graph.Graphs;
import io.omnigraph.graph.column.RowBuffer;
import io.omnigraph.graph.maintenance.CleanupRequest;
import io.omnigraph.graph.maintenance.RepairMode;
import io.omnigraph.graph.snapshot.ReadTarget;
import io.omnigraph.graph.write.WriteOutcome;
import io.omnigraph.graph.write.WriteRequest;
import io.omnigraph.ground.fault.FaultPoints;
import io.omnigraph.ground.storage.Storage;
import io.omnigraph.ground.storage.Storages;
import io.omnigraph.ground.storage.StoredFile;
import io.omnigraph.schema.catalog.GraphType;
import io.omnigraph.store.TestSchemas;
import io.omnigraph.store.commit.GraphFaults;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Cleanups of one process beside a long write of another one. */
class OpenWritesTest {

  /** Gives up nothing that is named, and has no patience with anything else. */
  private static final CleanupRequest NO_GRACE = new CleanupRequest(100, null, Duration.ZERO);

  private static final String ID = "01J00000000000000000000000";
  private static final Duration NEVER = Duration.ofDays(1);

  @TempDir Path directory;

  private Path root;
  private Storage storage;

  @BeforeEach
  void createAGraphOfSomeFragments() throws IOException {
    root = directory.resolve("people.omni");
    storage = Storages.open(root.toString());
    try (Graph graph =
        Graphs.create(
            root.toString(), TestSchemas.people(), Optional.empty(), FaultPoints.none())) {
      for (String name : List.of("ada", "bob", "cleo")) {
        write(graph, name);
      }
    }
    // What two processes have in common is the directory, but no name of it.
    Files.createSymbolicLink(directory.resolve("other.omni"), root);
  }

  @ParameterizedTest
  @ValueSource(strings = {GraphFaults.WRITE_STAGED, GraphFaults.WRITE_FLUSHED})
  void aCleanupOfAnotherProcessLeavesTheFilesOfABulkWriteAlone(String point) {
    try (Graph graph = Graphs.open(root.toString(), cleaningAt(point))) {
      assertThat(writeMany(graph, "dora", () -> {})).isInstanceOf(WriteOutcome.Committed.class);
    }

    isWholeWith("ada", "bob", "cleo", "dora");
  }

  @Test
  void aCleanupWhileABulkWriteIsFedLeavesItsFilesAlone() {
    try (Graph graph = Graphs.open(root.toString(), FaultPoints.none())) {
      assertThat(writeMany(graph, "dora", this::clean)).isInstanceOf(WriteOutcome.Committed.class);
    }

    isWholeWith("ada", "bob", "cleo", "dora");
  }

  @Test
  void aCleanupOfAnotherProcessLeavesTheFilesOfAnOptimizeAlone() {
    try (Graph graph = Graphs.open(root.toString(), cleaningAt(GraphFaults.OPTIMIZE_WRITTEN))) {
      assertThat(graph.maintenance().optimize().tables())
          .anyMatch(table -> table.tableKey().equals("node:Person"));
    }

    isWholeWith("ada", "bob", "cleo");
  }

  @Test
  void aWriteThatEndedLeavesNoMark() {
    try (Graph graph = Graphs.open(root.toString(), FaultPoints.none())) {
      writeMany(graph, "dora", () -> assertThat(storage.tree("writes")).hasSize(1));
      graph.maintenance().optimize();
    }

    assertThat(storage.tree("writes")).isEmpty();
  }

  /** How far the clock of who asks is from that of the store, and whether the write counts. */
  @ParameterizedTest
  @CsvSource({"-600, true", "-59, true", "0, true", "59, true", "61, false", "6000, false"})
  void aWriteLivesUntilItIsSilentForLongWhateverTheClocksSay(int minutes, boolean isAlive) {
    try (OpenWrites.Open _ = OpenWrites.begin(storage, ID, NEVER)) {
      Instant now = Instant.now().plus(Duration.ofMinutes(minutes));

      assertThat(OpenWrites.oldest(storage, now).isPresent()).isEqualTo(isAlive);
    }
  }

  @Test
  void aSignOfLifeKeepsAnOldWriteAliveFromItsBeginning() throws Exception {
    try (OpenWrites.Open _ = OpenWrites.begin(storage, ID, Duration.ofMillis(1))) {
      while (storage.tree("writes").stream().noneMatch(file -> file.key().endsWith(".beat"))) {
        Thread.onSpinWait();
      }
      Path begun = root.resolve(key(".json"));
      Instant longAgo = Instant.now().minus(Duration.ofHours(5));
      Files.setLastModifiedTime(begun, FileTime.from(longAgo));

      assertThat(OpenWrites.oldest(storage, Instant.now()).orElseThrow())
          .isBetween(longAgo.minusSeconds(1), longAgo.plusSeconds(1));
    }
    assertThat(storage.tree("writes")).isEmpty();
  }

  @Test
  void theRestOfAKilledWriteGoesOnceItIsSilent() throws IOException {
    Path left = Files.writeString(root.resolve("tables/left.lance"), "rows");
    for (String file : List.of(ID + ".json", ID + ".beat")) {
      Files.createDirectories(root.resolve("writes"));
      Files.writeString(root.resolve("writes").resolve(file), "{}");
    }

    clean();
    assertThat(left).exists();
    for (StoredFile mark : storage.tree("writes")) {
      Files.setLastModifiedTime(
          root.resolve(mark.key()), FileTime.from(Instant.now().minus(Duration.ofHours(2))));
    }
    clean();

    assertThat(left).doesNotExist();
    assertThat(storage.tree("writes")).isEmpty();
  }

  private String key(String ending) {
    return storage.tree("writes").stream()
        .map(StoredFile::key)
        .filter(key -> key.endsWith(ending))
        .findFirst()
        .orElseThrow();
  }

  private FaultPoints cleaningAt(String point) {
    return reached -> {
      if (reached.equals(point)) {
        clean();
      }
    };
  }

  private void clean() {
    try (Graph other =
        Graphs.open(directory.resolve("other.omni").toString(), FaultPoints.none())) {
      other.maintenance().cleanup(NO_GRACE);
    }
  }

  private void isWholeWith(String... names) {
    try (Graph graph = Graphs.open(root.toString(), FaultPoints.none())) {
      assertThat(graph.maintenance().repair(RepairMode.PREVIEW).findings()).isEmpty();
      var people = graph.snapshot(ReadTarget.main()).nodes("Person");
      assertThat(names).allMatch(name -> people.rowOf(name) >= 0);
    }
  }

  private static void write(Graph graph, String name) {
    graph.write(
        new WriteRequest("main", null, "mutate"),
        t -> t.upsertNode("Person", null, Map.of("name", name)));
  }

  private static WriteOutcome<String> writeMany(Graph graph, String name, Runnable meanwhile) {
    return graph.writeBulk(
        new WriteRequest("main", null, "load"),
        bulk -> {
          GraphType type = bulk.base().schema().nodes().getFirst();
          RowBuffer rows = bulk.buffer(type);
          rows.cells(0).add(name);
          rows.endRow();
          bulk.stage(type, rows);
          meanwhile.run();
          return name;
        });
  }
}
