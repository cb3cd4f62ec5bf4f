package io.omnigraph.execute.operator;

import static org.assertj.core.api.Assertions.assertThat;

import io.omnigraph.execute.explain.PlanTree;
import io.omnigraph.execute.fixture.Reads;
import io.omnigraph.execute.plan.ReadPlan;
import io.omnigraph.execute.plan.Statistics;
import io.omnigraph.execute.result.PlanOutput;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Reads of a stored graph whose columns are not in memory, beside the same reads when they are. */
class ColdReadTest {

  private static final String SCHEMA =
      "node Word { k: String @key s: String? n: I64? u: U64? f: F32? g: F64? d: Date? }";

  private static final List<String> TEXTS =
      List.of("", "a", "ab", "abc", "ac", "b", "it's", "a\uD7FF", "a\uE000", "a\uD83D\uDE00", "aé");

  /** A condition, and how many nodes it holds for. */
  record Case(String condition, int rows) {}

  static final List<Case> CASES =
      List.of(
          new Case("[\"a\", \"b\", \"it's\"] contains $w.s", 3),
          new Case("$w.s in [\"a\", \"zz\"]", 1),
          new Case("$w.s in []", 0),
          new Case("$w.n in [1, 3, 99]", 2),
          new Case("$w.u in [1, 3]", 2),
          new Case("$w.f in [0.5, 1.5]", 2),
          new Case("$w.g in [0.5, 0.0]", 2),
          new Case("$w.d in [date(\"1970-01-02\")]", 1),
          new Case("$w.s starts with \"a\"", 8),
          new Case("$w.s starts with \"ab\"", 2),
          new Case("$w.s starts with \"\"", 11),
          new Case("$w.s starts with \"a\uD7FF\"", 1),
          new Case("$w.s starts with \"a\uD83D\uDE00\"", 1),
          new Case("$w.s starts with \"it'\"", 1));

  @TempDir private Path directory;
  private Graph graph;
  private Snapshot snapshot;

  @BeforeEach
  void load() {
    StringBuilder lines = new StringBuilder("{\"type\":\"Word\",\"data\":{\"k\":\"none\"}}\n");
    IntStream.range(0, TEXTS.size())
        .forEach(i ->
            lines.append(
                ("{\"type\":\"Word\",\"data\":{\"k\":\"k%d\",\"s\":\"%s\",\"n\":%d,\"u\":%d,"
                        + "\"f\":%d.5,\"g\":%s,\"d\":\"1970-01-%02d\"}}\n")
                    .formatted(i, TEXTS.get(i), i, i, i, i == 0 ? "0.0" : i - 0.5, i + 1)));
    var schema = SchemaCompiler.compile(new SourceText("test.pg", SCHEMA)).schema().orElseThrow();
    graph =
        Graphs.create(
            directory.resolve("words.omni").toString(),
            schema,
            Optional.empty(),
            FaultPoints.none());
    LoadOutcome outcome =
        new Loader(graph)
            .load(
                new LoadRequest("main", LoadMode.APPEND, null),
                LoadSource.bytes("words.jsonl", lines.toString().getBytes(StandardCharsets.UTF_8)));
    assertThat(outcome).isInstanceOf(LoadOutcome.Loaded.class);
    snapshot = graph.snapshot(ReadTarget.main());
  }

  @AfterEach
  void close() {
    graph.close();
  }

  @AfterAll
  static void tell() {
    System.out.println("rows covered: " + CASES.size() + " conditions that storage may decide");
  }

  @ParameterizedTest
  @FieldSource("CASES")
  void aConditionHoldsForTheSameNodesColdAndWarm(Case c) {
    CheckedRead read = read("match { $w: Word " + c.condition() + " } return { $w.k }");

    var cold = Reads.run(read, Map.of(), snapshot, setting(cold(), null));
    var warm = Reads.run(read, Map.of(), snapshot, setting(new Heat(), null));

    assertThat(cold.rowCount()).isEqualTo(c.rows());
    assertThat(cold.rows()).hasToString(warm.rows().toString());
  }

  @Test
  void aProfileTellsWhatEachOperatorReadFromStorage() {
    CheckedRead read = read("match { $w: Word $w.n > 3 } return { $w.s } order { $w.k }");

    PlanOutput first = profile(read);
    PlanOutput second = profile(read);

    assertThat(first.readBytes()).isPositive();
    assertThat(first.inputs().getFirst().readBytes()).isPositive();
    assertThat(second.readBytes()).isZero();
    assertThat(second.inputs().getFirst().readBytes()).isZero();
    assertThat(second.bytes()).isPositive();
  }

  private PlanOutput profile(CheckedRead read) {
    ReadPlan plan = ReadPlan.of(read, Statistics.of(snapshot));
    Meters meters = new Meters(plan);
    Reads.run(read, Map.of(), snapshot, setting(new Heat(), meters));
    return PlanTree.of(plan, meters);
  }

  private CheckedRead read(String body) {
    return Reads.checked(Reads.query("", body), snapshot);
  }

  /** Reads no column whole that is not in memory. */
  private static Heat cold() {
    return new Heat(0, Integer.MAX_VALUE);
  }

  private static ReadRun.Setting setting(Heat heat, @Nullable Meters meters) {
    return new ReadRun.Setting(Limits.usual(), heat, () -> false, meters);
  }
}
