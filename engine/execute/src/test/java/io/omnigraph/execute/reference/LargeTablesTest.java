package io.omnigraph.execute.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.omnigraph.execute.fixture.Reads;
import io.omnigraph.execute.operator.Heat;
import io.omnigraph.execute.operator.Limits;
import io.omnigraph.execute.operator.ReadRun;
import io.omnigraph.graph.Graph;
import io.omnigraph.graph.Graphs;
import io.omnigraph.graph.snapshot.ReadTarget;
import io.omnigraph.graph.snapshot.Snapshot;
import io.omnigraph.ground.fault.FaultPoints;
import io.omnigraph.ground.source.SourceText;
import io.omnigraph.io.load.LoadMode;
import io.omnigraph.io.load.LoadOutcome;
import io.omnigraph.io.load.LoadRequest;
import io.omnigraph.io.load.LoadSource;
import io.omnigraph.io.load.Loader;
import io.omnigraph.query.check.CheckedRead;
import io.omnigraph.schema.SchemaCompiler;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * Groups, orders and conditions over tables of several thousand rows in several files, compared
 * with DuckDB: there are batches, heaps and numbers for texts that small graphs never need.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LargeTablesTest {

  private static final int NODES = 5_000;

  /** So often is a query asked, so that what is worked out for later times is used. */
  private static final int TIMES = 3;

  static final List<String> QUERIES =
      List.of(
          "match { $a: A } return { $a.s, count($a) as n, avg($a.f) as f, sum($a.n) as t }",
          "match { $a: A } return { $a.s, $a.n, count($a) as n, max($a.k) as k } order { n desc }",
          "match { $a: A } return { $a.n, $a.b, count($a.f) as n, min($a.s) as s } order { n }",
          "match { $a: A } return { $a.k, count($a) as n, sum($a.f) as f } order { f desc } limit"
              + " 7",
          "match { $a: A } return { $a.@id, $a.s, $a.n, count($a) as n } order { $a.s } limit 20",
          "match { $a: A } return { $a { * } as o, count($a) as n } order { n } limit 5",
          "match { $a: A } return { $a.f, count(distinct $a.s) as n } order { n desc } limit 4",
          "match { $a: A } return distinct { $a.s, $a.b } order { $a.s desc }",
          "match { $a: A } return { $a.k } order { $a.n desc } limit 10",
          "match { $a: A } return { $a.k } order { $a.n } limit 10 offset 600",
          "match { $a: A } return { $a.k } order { $a.f desc, $a.s } limit 9",
          "match { $a: A } return { $a.k } order { $a.f, $a.n desc } limit 2000 offset 1500",
          "match { $a: A } return { $a.k } order { $a.s desc } limit 3",
          "match { $a: A $a.s = \"red\" } return { count($a) as n }",
          "match { $a: A $a.s != \"red\" $a.n >= 1 } return { count($a) as n, sum($a.n) as s }",
          "match { $a: A $a.s = \"none\" or $a.n < 0 } return { count($a) as n }",
          "match { $a: A $a.t contains \"red\" $a.n != 2 } return { $a.s, count($a) as n }",
          "match { $a has $b } return { $b.k, count($a) as n } order { n desc } limit 3",
          "match { $a knows $b } return { $b { k, s } as b, count($a) as n } order { n desc } limit"
              + " 3",
          "match { $a knows $b $b.s = \"blue\" } return { $a.s, count($b) as n } order { n }",
          "match { $a knows $b $b knows $c } return { count($c) as n }",
          "match { $a $w:knows $b } return { $w.w, count($w) as n, avg($w.w) as m } order { n }",
          "match { $a: A optional { $a has $b } } return { $b.s, count($a) as n } order { n desc }",
          "match { $a: A count { $a knows $_ } > 3 } return { $a.k } order { $a.f desc } limit 5",
          "match { $a: A sum($b.n) { $a has $b } > 4 } return { count($a) as n }");

  private DuckTables tables;
  private Graph graph;

  @BeforeAll
  void load(@TempDir Path directory) throws SQLException {
    Random random = new Random(5);
    Records records = new Records();
    tables = new DuckTables();
    var schema =
        SchemaCompiler.compile(new SourceText("test.pg", Records.SCHEMA)).schema().orElseThrow();
    graph =
        Graphs.create(
            directory.resolve("large.omni").toString(),
            schema,
            Optional.empty(),
            FaultPoints.none());
    for (int part = 0; part < 3; part++) {
      Records more = new Records();
      add(List.of(records, more), part, random);
      byte[] lines = more.toJsonLines().getBytes(StandardCharsets.UTF_8);
      var request = new LoadRequest("main", LoadMode.APPEND, null);
      assertThat(new Loader(graph).load(request, LoadSource.bytes("test.jsonl", lines)))
          .isInstanceOf(LoadOutcome.Loaded.class);
    }
    tables.fill(records);
  }

  private static void add(List<Records> all, int part, Random random) {
    for (int number = part * NODES / 3; number < (part + 1) * NODES / 3; number++) {
      int i = number;
      Map<String, Object> values = new HashMap<>(RandomGraph.valuesOfA("a" + i, random));
      values.put("f", random.nextInt(5_000) / 4.0);
      all.forEach(records -> records.node("A", "a" + i, values));
      if (i % 20 == 0) {
        String key = "b" + i / 20;
        Map<String, Object> others = RandomGraph.valuesOfB(key, random);
        all.forEach(records -> records.node("B", key, others));
      }
    }
    int nodes = (part + 1) * NODES / 3;
    for (int i = 0; i < NODES; i++) {
      String from = any("a", nodes, random);
      String to = any("a", nodes, random);
      String thing = any("b", nodes / 20, random);
      Map<String, Object> weight = Map.of("w", i % 7L);
      all.forEach(records -> records.edge("Knows", from, to, weight));
      all.forEach(records -> records.edge("Has", from, thing, Map.of()));
    }
  }

  private static String any(String prefix, int bound, Random random) {
    double even = random.nextDouble();
    return prefix + (int) (bound * even * even);
  }

  @AfterAll
  void close() throws SQLException {
    graph.close();
    tables.close();
  }

  @ParameterizedTest
  @FieldSource("QUERIES")
  void aReadFindsWhatDuckDbFinds(String body) throws SQLException {
    Snapshot snapshot = graph.snapshot(ReadTarget.main());
    CheckedRead read = Reads.checked("query q() { " + body + " }", snapshot);
    SqlRead sql = SqlRead.of(read);
    List<List<@Nullable Object>> expected = new ArrayList<>();
    for (List<@Nullable Object> row : tables.rows(sql.text())) {
      expected.add(sql.row(row));
    }

    for (int time = 0; time < TIMES; time++) {
      List<List<@Nullable Object>> found = new ArrayList<>();
      Reads.run(read, Map.of(), snapshot, new ReadRun.Setting(Limits.usual(), new Heat()))
          .rows()
          .forEach(row -> found.add(new ArrayList<>(row.values())));
      if (read.sortKeys().isEmpty()) {
        assertThat(found).as(sql.text()).containsExactlyInAnyOrderElementsOf(expected);
      } else {
        assertThat(found).as(sql.text()).isEqualTo(expected);
      }
    }
  }
}
