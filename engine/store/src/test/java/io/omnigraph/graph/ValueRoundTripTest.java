package io.omnigraph.graph;

import static org.assertj.core.api.Assertions.assertThat;

import io.omnigraph.graph.column.Values;
import io.omnigraph.graph.snapshot.Column;
import io.omnigraph.graph.snapshot.NodeTable;
import io.omnigraph.graph.snapshot.ReadTarget;
import io.omnigraph.graph.write.WriteRequest;
import io.omnigraph.ground.fault.FaultPoints;
import io.omnigraph.store.TestSchemas;
import io.omnigraph.values.Identity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class ValueRoundTripTest {

  private static final WriteRequest LOAD = new WriteRequest("main", null, "load");

  record Case(String type, List<Object> values) {

    @Override
    public String toString() {
      return type;
    }
  }

  static final List<Case> CASES =
      List.of(
          new Case("String", List.of("", "a", "Ærø 😀\n\0", "x".repeat(100_000))),
          new Case("enum(dry, wet)", List.of("dry", "wet")),
          new Case("Bool", List.of(true, false)),
          new Case("I32", List.of(0L, -1L, (long) Integer.MIN_VALUE, (long) Integer.MAX_VALUE)),
          new Case("I64", List.of(0L, Long.MIN_VALUE, Long.MAX_VALUE)),
          new Case("U32", List.of(0L, 0xFFFF_FFFFL)),
          new Case("U64", List.of(0L, -1L, Long.MAX_VALUE, Long.MIN_VALUE)),
          new Case("F32", List.of(0.0, -0.0, (double) 0.1f, (double) Float.MAX_VALUE)),
          new Case("F64", List.of(0.1, Double.MIN_VALUE, Double.NaN, Double.NEGATIVE_INFINITY)),
          new Case("Date", List.of(0L, 19_844L, -719_162L, 2_932_896L)),
          new Case("DateTime", List.of(0L, 1_714_521_600_123L, -1L)),
          new Case("Blob", List.of("base64:AAEC", "s3://bucket/key", "")),
          new Case("Vector(3)", List.of(new float[] {0f, -1.5f, 3.25f}, new float[3])),
          new Case("[String]", List.of(List.of(), List.of("", "a", "é"), List.of("b"))),
          new Case("[I32]", List.of(List.of(-1L, 5L), List.of(), List.of(7L))),
          new Case("[U64]", List.of(List.of(-1L), List.of())),
          new Case("[F32]", List.of(List.of((double) 0.1f))),
          new Case("[F64]", List.of(List.of(0.1, 2.0), List.of())),
          new Case("[Bool]", List.of(List.of(true, false), List.of())),
          new Case("[Date]", List.of(List.of(0L, 19_844L))),
          new Case("[DateTime]", List.of(List.of(1_714_521_600_123L), List.of())));

  @TempDir Path directory;
  private String root = "";

  @BeforeEach
  void nameTheRoot() {
    root = directory.resolve("g.omni").toString();
  }

  @ParameterizedTest
  @FieldSource("CASES")
  void valuesComeBackAsTheyWere(Case testCase) {
    try (Graph graph = create("node N { v: " + testCase.type() + "? }")) {
      graph.write(
          LOAD,
          t -> {
            t.upsertNode("N", "null", Map.of());
            for (int i = 0; i < testCase.values().size(); i++) {
              t.upsertNode("N", "v" + i, Map.of("v", testCase.values().get(i)));
            }
            assertValues(t.current().nodes("N"), testCase);
            return true;
          });
    }

    try (Graph graph = Graphs.open(root, FaultPoints.none())) {
      assertValues(graph.snapshot(ReadTarget.main()).nodes("N"), testCase);
    }
  }

  @ParameterizedTest
  @FieldSource("CASES")
  void valuesInRecordsComeBackAsTheyWere(Case testCase) throws IOException {
    Case small =
        new Case(testCase.type(), testCase.values().stream().filter(v -> !isLarge(v)).toList());
    Set<Path> files;
    try (Graph graph = create("node N { v: " + testCase.type() + "? }")) {
      graph.write(LOAD, t -> t.upsertNode("N", "null", Map.of()));
      files = tableFiles();
      for (int i = 0; i < small.values().size(); i++) {
        String id = "v" + i;
        Map<String, Object> values = Map.of("v", small.values().get(i));
        graph.write(LOAD, t -> t.upsertNode("N", id, values));
      }
      assertValues(graph.snapshot(ReadTarget.main()).nodes("N"), small);
    }

    assertThat(tableFiles()).isEqualTo(files);
    try (Graph graph = Graphs.open(root, FaultPoints.none())) {
      assertValues(graph.snapshot(ReadTarget.main()).nodes("N"), small);
    }
  }

  private static boolean isLarge(Object value) {
    return value instanceof String text && text.length() > 10_000;
  }

  private Set<Path> tableFiles() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of(root, "tables"))) {
      return files.filter(Files::isRegularFile).collect(Collectors.toSet());
    }
  }

  @Test
  void aHundredThousandRowsAreWrittenAtOnceAndChangedOneByOne() {
    int count = 100_000;
    try (Graph graph = create("node N { k: String @key  n: I64 } edge E: N -> N")) {
      graph.write(
          LOAD,
          t -> {
            IntStream.range(0, count)
                .forEach(i -> t.upsertNode("N", null, Map.of("k", "k" + i, "n", (long) i)));
            IntStream.range(0, count)
                .forEach(i -> t.upsertEdge("E", null, "k" + i, "k" + (i + 1) % count, Map.of()));
            return true;
          });
      graph.write(LOAD, t -> t.deleteNode("N", "k500"));
      graph.write(LOAD, t -> t.upsertNode("N", null, Map.of("k", "k7", "n", -7L)));
    }

    try (Graph graph = Graphs.open(root, FaultPoints.none())) {
      var snapshot = graph.snapshot(ReadTarget.main());
      NodeTable nodes = snapshot.nodes("N");
      Column.Longs n = (Column.Longs) nodes.column("n");

      assertThat(nodes.liveCount()).isEqualTo(count - 1);
      assertThat(snapshot.edges("E").liveCount()).isEqualTo(count - 2);
      assertThat(n.get(nodes.rowOf("k7"))).isEqualTo(-7);
      assertThat(n.get(nodes.rowOf("k99999"))).isEqualTo(99_999);
      assertThat(nodes.rowOf("k500")).isEqualTo(-1);
      assertThat(snapshot.edges("E").outgoing().degree(nodes.rowOf("k499"))).isZero();
      assertThat(snapshot.edges("E").outgoing().degree(nodes.rowOf("k7"))).isOne();
    }
  }

  private static void assertValues(NodeTable table, Case testCase) {
    Column column = table.column("v");
    assertThat(column.isNull(table.rowOf("null"))).isTrue();
    List<Object> found = new ArrayList<>();
    Map<Integer, Object> wanted = new HashMap<>();
    for (int i = 0; i < testCase.values().size(); i++) {
      int row = table.rowOf("v" + i);
      assertThat(column.isNull(row)).isFalse();
      found.add(Identity.exact(Values.at(column, row)));
      wanted.put(i, Identity.exact(testCase.values().get(i)));
    }
    assertThat(found).containsExactlyElementsOf(wanted.values());
  }

  private Graph create(String schema) {
    return Graphs.create(root, TestSchemas.of(schema), Optional.empty(), FaultPoints.none());
  }
}
