package io.omnigraph.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.omnigraph.graph.column.RowBuffer;
import io.omnigraph.graph.failure.StaleTable;
import io.omnigraph.graph.snapshot.Column;
import io.omnigraph.graph.snapshot.NodeTable;
import io.omnigraph.graph.snapshot.ReadTarget;
import io.omnigraph.graph.write.BulkWrite;
import io.omnigraph.graph.write.WriteOutcome;
import io.omnigraph.graph.write.WriteRequest;
import io.omnigraph.ground.fault.FaultPoints;
import io.omnigraph.io.load.Harbour;
import io.omnigraph.schema.catalog.GraphType.NodeType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BulkWriteTest {

  private static final WriteRequest REQUEST = new WriteRequest("main", "mira", "load");
  private static final NodeType PORT = Harbour.schema().node("Port").orElseThrow();
  private static final NodeType REMARK = Harbour.schema().node("Remark").orElseThrow();

  @TempDir Path directory;

  private Graph graph;

  @BeforeEach
  void create() {
    graph =
        Graphs.create(
            directory.resolve("harbour.omni").toString(),
            Harbour.schema(),
            Optional.empty(),
            FaultPoints.none());
  }

  @AfterEach
  void close() {
    graph.close();
  }

  @Test
  void rowsOfManyBuffersBecomeOneCommit() {
    WriteOutcome<Integer> outcome =
        graph.writeBulk(
            REQUEST,
            bulk -> {
              for (int i = 0; i < 40_000; i += 8_000) {
                bulk.stage(PORT, ports(bulk, i, 8_000));
              }
              return 5;
            });

    assertThat(outcome).isInstanceOf(WriteOutcome.Committed.class);
    assertThat(graph.history("main")).hasSize(2);
    assertThat(ports().liveCount()).isEqualTo(40_000);
    assertThat(name("c39999")).isEqualTo("Port 39999");
  }

  @Test
  void replacedRowsAreGoneWhetherStoredOrStaged() {
    graph.writeBulk(REQUEST, bulk -> stage(bulk, ports(bulk, 0, 3)));

    graph.writeBulk(
        REQUEST,
        bulk -> {
          RowBuffer rows = bulk.buffer(PORT);
          port(rows, "c1", "first");
          port(rows, "c1", "second");
          bulk.replaceStored(PORT, ports().rowOf("c1"));
          bulk.replaceStaged(PORT, 0);
          return stage(bulk, rows);
        });

    assertThat(live()).isEqualTo(Map.of("c0", "Port 0", "c1", "second", "c2", "Port 2"));
  }

  @Test
  void aClearedTableHasOnlyTheNewRows() {
    graph.writeBulk(REQUEST, bulk -> stage(bulk, ports(bulk, 0, 3)));

    graph.writeBulk(
        REQUEST,
        bulk -> {
          bulk.clear(PORT);
          return stage(bulk, ports(bulk, 7, 1));
        });

    assertThat(live()).isEqualTo(Map.of("c7", "Port 7"));
  }

  @Test
  void aWriteThatFailsLeavesNothing() throws IOException {
    assertThatThrownBy(() ->
            graph.writeBulk(
                REQUEST,
                bulk -> {
                  stage(bulk, ports(bulk, 0, 3));
                  throw new IllegalStateException("no more");
                }))
        .hasMessage("no more");

    assertThat(graph.history("main")).hasSize(1);
    assertThat(ports().size()).isZero();
    try (Stream<Path> files = Files.walk(directory)) {
      assertThat(files.filter(Files::isRegularFile).map(Path::toString))
          .noneMatch(file -> file.contains("/data/"));
    }
  }

  @Test
  void writersOfOtherTablesDoNotDisturb() {
    WriteOutcome<Integer> outcome =
        graph.writeBulk(
            REQUEST,
            bulk -> {
              graph.write(REQUEST, tx -> tx.upsertNode("Remark", "r1", Map.of("text", "calm")));
              return stage(bulk, ports(bulk, 0, 3));
            });

    assertThat(outcome).isInstanceOf(WriteOutcome.Committed.class);
    assertThat(graph.history("main")).hasSize(3);
    assertThat(live()).hasSize(3);
    assertThat(graph.snapshot(ReadTarget.main()).nodes("Remark").rowOf("r1")).isNotNegative();
  }

  @Test
  void aWriterOfTheSameTableIsAConflict() {
    WriteOutcome<Integer> outcome =
        graph.writeBulk(
            REQUEST,
            bulk -> {
              graph.write(
                  REQUEST,
                  tx -> tx.upsertNode("Port", null, Map.of("code", "x", "name", "elsewhere")));
              return stage(bulk, ports(bulk, 0, 3));
            });

    StaleTable stale = new StaleTable("node:Port", 1, 2);
    assertThat(outcome).isEqualTo(new WriteOutcome.Conflict<>(stale.message(), stale));
    assertThat(live()).isEqualTo(Map.of("x", "elsewhere"));
  }

  @Test
  void nothingStagedMakesNoCommit() {
    assertThat(graph.writeBulk(REQUEST, bulk -> bulk.buffer(REMARK).rows()))
        .isEqualTo(new WriteOutcome.Unchanged<>(0));
  }

  private static int stage(BulkWrite bulk, RowBuffer rows) {
    bulk.stage(PORT, rows);
    return rows.rows();
  }

  private static RowBuffer ports(BulkWrite bulk, int first, int count) {
    RowBuffer rows = bulk.buffer(PORT);
    IntStream.range(first, first + count).forEach(i -> port(rows, "c" + i, "Port " + i));
    return rows;
  }

  private static void port(RowBuffer rows, String code, String name) {
    rows.cells(0).add(code);
    rows.cells(1).add(code);
    rows.cells(2).add(name);
    rows.endRow();
  }

  private NodeTable ports() {
    return graph.snapshot(ReadTarget.main()).nodes("Port");
  }

  private String name(String code) {
    return ((Column.Texts) ports().column("name")).get(ports().rowOf(code));
  }

  private Map<String, String> live() {
    Map<String, String> live = new TreeMap<>();
    NodeTable ports = ports();
    IntStream.range(0, ports.size())
        .filter(ports::isLive)
        .forEach(row -> live.put(ports.id(row), name(ports.id(row))));
    return live;
  }
}
