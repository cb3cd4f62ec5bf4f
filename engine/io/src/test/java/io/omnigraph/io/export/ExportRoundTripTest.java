package io.omnigraph.io.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.omnigraph.graph.Graph;
import io.omnigraph.graph.Graphs;
import io.omnigraph.graph.column.Values;
import io.omnigraph.graph.snapshot.Column;
import io.omnigraph.graph.snapshot.EdgeTable;
import io.omnigraph.graph.snapshot.ReadTarget;
import io.omnigraph.graph.snapshot.Snapshot;
import io.omnigraph.graph.snapshot.Table;
import io.omnigraph.graph.write.Transaction;
import io.omnigraph.graph.write.WriteRequest;
import io.omnigraph.ground.fault.FaultPoints;
import io.omnigraph.io.load.LoadMode;
import io.omnigraph.io.load.LoadOutcome;
import io.omnigraph.io.load.LoadRequest;
import io.omnigraph.io.load.LoadSource;
import io.omnigraph.io.load.Loader;
import io.omnigraph.schema.catalog.GraphType;
import io.omnigraph.schema.catalog.GraphType.EdgeType;
import io.omnigraph.schema.catalog.Property;
import io.omnigraph.schema.catalog.Schema;
import io.omnigraph.store.TestSchemas;
import io.omnigraph.values.Identity;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ExportRoundTripTest {

  private static final WriteRequest WRITE = new WriteRequest("main", null, "mutate");
  private static final int ROWS = 60;

  /** Every scalar, list and special form, required and not. */
  private static final Schema SCHEMA =
      TestSchemas.of(
          """
          node Thing {
            text: String  truth: Bool?  small: I32  big: I64?  natural: U32?  huge: U64?
            single: F32?  double: F64  day: Date?  time: DateTime?
            mood: enum(calm, rough)?  place: Vector(3)?  picture: Blob?
            texts: [String]?  truths: [Bool]?  smalls: [I32]?  bigs: [I64]?  naturals: [U32]?
            huges: [U64]?  singles: [F32]?  doubles: [F64]?  days: [Date]?  times: [DateTime]?
          }
          node Named { name: String @key  number: I64? }
          node Numbered { number: I64 @key }
          node Pair { left: String  day: Date  @key(left, day) }
          edge Near: Thing -> Thing { weight: F32?  seen: [Date]? }
          edge Owns: Named -> Thing
          edge Counts: Numbered -> Pair { since: DateTime? }
          """);

  @TempDir Path directory;

  static LongStream seeds() {
    return LongStream.rangeClosed(1, 5);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void anExportLoadsBackToAnEqualGraph(long seed) throws IOException {
    try (Graph original = graph("original");
        Graph copy = graph("copy")) {
      RandomValues random = new RandomValues(new SplittableRandom(seed));
      original.write(WRITE, tx -> fill(tx, random));
      // What was replaced and deleted must not come back.
      original.write(WRITE, tx -> tx.deleteNode("Thing", "t3") + tx.deleteNode("Thing", "t7"));

      String lines = export(original);
      LoadOutcome outcome =
          new Loader(copy)
              .load(
                  new LoadRequest("main", LoadMode.OVERWRITE, null),
                  LoadSource.bytes("export", lines.getBytes(StandardCharsets.UTF_8)));

      assertThat(outcome).as(() -> "seed " + seed).isInstanceOf(LoadOutcome.Loaded.class);
      assertThat(content(copy)).as(() -> "seed " + seed).isEqualTo(content(original));
      assertThat(export(copy)).as(() -> "seed " + seed).isEqualTo(lines);
    }
  }

  private Graph graph(String name) {
    return Graphs.create(
        directory.resolve(name + ".omni").toString(), SCHEMA, Optional.empty(), FaultPoints.none());
  }

  private static int fill(Transaction tx, RandomValues random) {
    for (int i = 0; i < ROWS; i++) {
      tx.upsertNode("Thing", "t" + i, random.of(type("Thing")));
      tx.upsertNode("Named", null, Map.of("name", "n\u00e9\ud83d\ude00 \"" + i));
      tx.upsertNode("Numbered", null, Map.of("number", (long) i - 7));
      tx.upsertNode("Pair", null, Map.of("left", "a|b\\" + i, "day", (long) i * 1000));
      tx.upsertEdge("Near", null, "t" + i, "t" + (i / 2), random.of(type("Near")));
      tx.upsertEdge(
          "Owns", i % 2 == 0 ? "o" + i : null, "n\u00e9\ud83d\ude00 \"" + i, "t0", Map.of());
    }
    return ROWS;
  }

  private static GraphType type(String name) {
    return types().filter(type -> type.name().equals(name)).findFirst().orElseThrow();
  }

  private static Stream<GraphType> types() {
    return Stream.concat(SCHEMA.nodes().stream(), SCHEMA.edges().stream());
  }

  private static String export(Graph graph) throws IOException {
    Snapshot snapshot = graph.snapshot(ReadTarget.main());
    StringWriter out = new StringWriter();
    ExportSelection all = ExportSelection.of(SCHEMA, List.of(), List.of());
    new Exporter(snapshot).write(((ExportSelection.Selected) all).types(), out);
    return out.toString();
  }

  /** Every value of every live row, by table and id. */
  private static Map<String, List<Object>> content(Graph graph) {
    Snapshot snapshot = graph.snapshot(ReadTarget.main());
    Map<String, List<Object>> content = new TreeMap<>();
    types()
        .forEach(type -> {
          Table table =
              type instanceof EdgeType ? snapshot.edges(type.name()) : snapshot.nodes(type.name());
          for (int row = 0; row < table.size(); row++) {
            if (table.isLive(row)) {
              content.put(type.tableKey() + " " + table.id(row), values(type, table, row));
            }
          }
        });
    return content;
  }

  private static List<Object> values(GraphType type, Table table, int row) {
    List<Object> values = new ArrayList<>();
    if (table instanceof EdgeTable edges) {
      values.add(edges.source(row));
      values.add(edges.target(row));
    }
    for (Property property : type.properties()) {
      Column column = table.column(property.name());
      values.add(column.isNull(row) ? "null" : Identity.exact(Values.at(column, row)));
    }
    return values;
  }
}
