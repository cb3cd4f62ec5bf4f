package io.omnigraph.execute.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.omnigraph.execute.fixture.RandomQueries;
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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Compares reads with a naive evaluator on random graphs and queries: in memory, and on stored
 * graphs whose columns are read row by row, then whole, and again after random changes. The seed of
 * a pair is in the message of its failure. The system property {@code reference.graphs} sets how
 * many graphs are stored: 400 make 20,000 pairs in each of the four states; {@code
 * reference.memory.graphs} how many are in memory: 1000 make 100,000 pairs.
 */
class ReferenceTest {

  private static final int GRAPHS = Integer.getInteger("reference.memory.graphs", 200);
  private static final int QUERIES = 100;
  private static final String STORED_GRAPHS_PROPERTY = "reference.graphs";
  private static final int STORED_GRAPHS = Integer.getInteger(STORED_GRAPHS_PROPERTY, 15);
  private static final int STORED_QUERIES = 50;
  private static final int STATES = 4;

  private final Map<String, CheckedRead> checked = new HashMap<>();
  private final Forms forms = new Forms();
  private int pairs;
  private int withRows;

  @Test
  void aReadFindsWhatEveryAssignmentTriedInTurnFinds() {
    for (int seed = 0; seed < GRAPHS; seed++) {
      Random random = new Random(seed);
      Records records = RandomGraph.from(random);
      Snapshot graph = records.inMemory();
      for (int i = 0; i < QUERIES; i++) {
        compare("seed " + seed, RandomRead.from(random), records, graph, warm());
      }
    }

    System.out.printf(
        "random pairs of a graph and a query in memory: %d, of which %d have rows%n",
        pairs, withRows);
    forms.show("pairs in memory");
    assertThat(pairs).isEqualTo(GRAPHS * QUERIES);
    assertThat(withRows).isGreaterThan(pairs / 4);
  }

  @Test
  void aReadOfAnyShapeDoesSoToo() {
    for (int seed = 0; seed < 100; seed++) {
      Random random = new Random(seed);
      Records records = RandomGraph.from(random);
      Snapshot graph = records.inMemory();
      for (int i = 0; i < 30; i++) {
        compare("seed " + seed, RandomQueries.next(random).text(), records, graph, warm());
      }
    }
    System.out.printf(
        "random pairs of a graph and a query of any shape: %d, of which %d have rows%n",
        pairs, withRows);
    assertThat(pairs).isEqualTo(3000);
    assertThat(withRows).isGreaterThan(pairs / 4);
  }

  @Test
  void aReadOfAStoredGraphDoesSoColdAndWarmAndAfterChanges(@TempDir Path directory) {
    for (int seed = 0; seed < STORED_GRAPHS; seed++) {
      Random random = new Random(seed);
      Records records = RandomGraph.from(random);
      try (Graph graph = stored(directory.resolve("g" + seed + ".omni"), records)) {
        compareAll("cold, seed " + seed, random, records, graph);
        RandomChange.apply(random, records, graph);
        compareAll("changed, seed " + seed, random, records, graph);
      }
    }

    System.out.printf(
        "random pairs of a graph and a query in storage: %d in each of cold, warm, changed and"
            + " cold, changed and warm; %d comparisons, of which %d have rows%n",
        pairs / STATES, pairs, withRows);
    assertThat(pairs).isEqualTo(STORED_GRAPHS * STORED_QUERIES * STATES);
    assertThat(withRows).isGreaterThan(pairs / 4);
  }

  /** Compares with columns that are read row by row, then with columns that are read whole. */
  private void compareAll(String place, Random random, Records records, Graph graph) {
    Snapshot snapshot = graph.snapshot(ReadTarget.main());
    for (int i = 0; i < STORED_QUERIES; i++) {
      String source = RandomRead.withoutIdsOfEdges(random);
      compare(place, source, records, snapshot, cold());
      compare(place + ", warm", source, records, snapshot, warm());
    }
  }

  private void compare(
      String place, String source, Records records, Snapshot graph, ReadRun.Setting setting) {
    forms.add(source);
    CheckedRead read = checked.computeIfAbsent(source, s -> Reads.checked(s, graph));
    List<List<@Nullable Object>> found = new ArrayList<>();
    Reads.run(read, RandomRead.PARAMETERS, graph, setting)
        .rows()
        .forEach(row -> found.add(new ArrayList<>(row.values())));
    List<List<@Nullable Object>> expected = NaiveRead.rows(records, read);
    pairs++;
    withRows += expected.isEmpty() ? 0 : 1;
    if (read.sortKeys().isEmpty()) {
      assertThat(sorted(found)).as("%s: %s", place, source).isEqualTo(sorted(expected));
    } else {
      assertThat(found).as("%s: %s", place, source).isEqualTo(expected);
    }
  }

  private static Graph stored(Path root, Records records) {
    records.dropLooseEdges();
    var schema =
        SchemaCompiler.compile(new SourceText("test.pg", Records.SCHEMA)).schema().orElseThrow();
    Graph graph = Graphs.create(root.toString(), schema, Optional.empty(), FaultPoints.none());
    byte[] lines = records.toJsonLines().getBytes(StandardCharsets.UTF_8);
    LoadOutcome outcome =
        new Loader(graph)
            .load(
                new LoadRequest("main", LoadMode.APPEND, null),
                LoadSource.bytes("test.jsonl", lines));
    assertThat(outcome).isInstanceOf(LoadOutcome.Loaded.class);
    return graph;
  }

  private static ReadRun.Setting warm() {
    return new ReadRun.Setting(Limits.usual(), new Heat());
  }

  /** Reads no column whole that is not in memory. */
  private static ReadRun.Setting cold() {
    return new ReadRun.Setting(Limits.usual(), new Heat(0, Integer.MAX_VALUE));
  }

  private static List<String> sorted(List<List<@Nullable Object>> rows) {
    return rows.stream().map(String::valueOf).sorted().toList();
  }
}
