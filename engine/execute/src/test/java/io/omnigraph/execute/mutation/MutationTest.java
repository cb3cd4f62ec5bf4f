package io.omnigraph.execute.mutation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.omnigraph.execute.fixture.Reads;
import io.omnigraph.execute.fixture.StoredAuthors;
import io.omnigraph.execute.operator.Limits;
import io.omnigraph.execute.result.QueryTarget;
import io.omnigraph.execute.run.QueryRunner;
import io.omnigraph.execute.run.RunnableQuery;
import io.omnigraph.graph.Graph;
import io.omnigraph.graph.embed.MockEmbedder;
import io.omnigraph.graph.write.WriteRequest;
import io.omnigraph.ground.json.Json;
import io.omnigraph.ground.source.SourceText;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The table of mutations (docs/reference/query-language.md §15), on a stored graph. */
class MutationTest {

  private static final String ANN =
      "match { $a: Author {handle: \"ann\"} } return { $a.born as v }";
  private static final String COUNT_AUTHORS = "match { $a: Author } return { count($a) as v }";

  private final QueryRunner runner =
      new QueryRunner(InstantSource.fixed(Reads.NOW), new MockEmbedder(), Limits.usual());

  @TempDir private Path directory;

  private Graph graph;

  @BeforeEach
  void createGraph() {
    graph = StoredAuthors.in(directory.resolve("authors.omni"));
  }

  @AfterEach
  void closeGraph() {
    graph.close();
  }

  /**
   * A mutation that works.
   *
   * @param check a read afterwards whose column {@code v} has some values
   * @param commits how many more there are
   */
  record Case(
      String mutation, long nodes, long edges, String check, List<Object> values, int commits) {}

  private static List<Object> values(Object... values) {
    return List.of(values);
  }

  static final List<Case> CASES =
      List.of(
          new Case(
              "insert Author { handle: \"eva\", born: 2000 }",
              1,
              0,
              "match { $a: Author {handle: \"eva\"} } return { $a.born as v }",
              values(2000L),
              1),
          new Case(
              "insert Author { handle: \"ann\", active: false }",
              1,
              0,
              "match { $a: Author {handle: \"ann\"} } return { count($a.born) as v }",
              values(0L),
              1),
          new Case(
              "insert Author { handle: \"x\" } insert Author { handle: \"y\" }",
              2,
              0,
              COUNT_AUTHORS,
              values(6L),
              1),
          new Case(
              "insert Author { handle: \"x\" } insert Wrote { from: \"x\", to: \"b1\" }",
              1,
              1,
              "match { $a: Author {handle: \"x\"} $a wrote $b } return { $b.isbn as v }",
              values("b1"),
              1),
          new Case(
              "insert Author { handle: \"x\", born: 10 }"
                  + " update Author set { born: 99 } where handle = \"x\"",
              2,
              0,
              "match { $a: Author {handle: \"x\"} } return { $a.born as v }",
              values(99L),
              1),
          new Case(
              "update Author set { born: 99 } where handle = \"ann\""
                  + " update Author set { born: 10 } where born > 50",
              4,
              0,
              ANN,
              values(10L),
              1),
          new Case(
              "update Author set { score: 3 } where handle = \"ann\"",
              1,
              0,
              "match { $a: Author {handle: \"ann\"} } return { $a.score as v }",
              values(3.0),
              1),
          new Case(
              "update Author set { born: 1 } where handle = \"zz\"", 0, 0, ANN, values(1970L), 0),
          new Case("delete Author where born = 1", 0, 0, COUNT_AUTHORS, values(4L), 0),
          new Case("delete Author where handle = \"ann\"", 1, 5, COUNT_AUTHORS, values(3L), 1),
          new Case("delete Follows where from = \"cyd\"", 0, 2, COUNT_AUTHORS, values(4L), 1),
          new Case(
              "delete Author where handle = \"ann\" delete Follows where from = \"ben\"",
              1,
              6,
              COUNT_AUTHORS,
              values(3L),
              1),
          new Case(
              "delete Author where handle = \"ann\" delete Author where handle = \"dov\"",
              2,
              6,
              COUNT_AUTHORS,
              values(2L),
              1));

  @AfterAll
  static void countRows() {
    System.out.println("rows covered: " + CASES.size() + " mutations");
  }

  @ParameterizedTest
  @FieldSource("CASES")
  void aMutationTakesEffectAsOneCommit(Case c) {
    int before = graph.history("main").size();

    var change = (QueryRunner.Change.Done) mutate("", c.mutation(), null);

    assertThat(change.output().affectedNodes()).isEqualTo(c.nodes());
    assertThat(change.output().affectedEdges()).isEqualTo(c.edges());
    assertThat(read(c.check())).isEqualTo(c.values());
    assertThat(graph.history("main")).hasSize(before + c.commits());
  }

  /** A mutation that is refused, and a part of the reason. */
  record Refusal(String parameters, String mutation, String json, String reason) {

    static Refusal of(String mutation, String reason) {
      return new Refusal("", mutation, "{}", reason);
    }
  }

  static final List<Refusal> REFUSALS =
      List.of(
          Refusal.of("insert Author { born: 1 }", "T12"),
          Refusal.of(
              "insert Author { handle: \"x\" } insert Wrote { from: \"x\", to: \"nope\" }",
              "dst 'nope' not found in Book"),
          Refusal.of(
              "insert Wrote { from: \"x\", to: \"b1\" } insert Author { handle: \"x\" }",
              "src 'x' not found in Author"),
          Refusal.of("update Author set { handle: \"x\" } where born = 1970", "@key"),
          Refusal.of("update Wrote set { from: \"x\" } where from = \"ann\"", "T16"),
          Refusal.of(
              "insert Author { handle: \"x\" } delete Author where handle = \"x\"",
              "split into separate mutations"),
          Refusal.of("insert PrintedBy { from: \"b1\", to: \"p2\" }", "@card violation"),
          Refusal.of("insert Author { handle: \"x\", born: 2147483648 }", "2147483648"),
          Refusal.of("insert Author { handle: \"x\", born: 1.5 }", "cannot convert"),
          new Refusal(
              "$m: String",
              "insert Author { handle: \"x\", mood: $m }",
              "{\"m\":\"angry\"}",
              "invalid enum value 'angry'"),
          new Refusal(
              "$m: String",
              "update Author set { mood: $m } where handle = \"ann\"",
              "{\"m\":\"angry\"}",
              "invalid enum value 'angry'"),
          new Refusal(
              "$h: String?",
              "insert Author { handle: $h }",
              "{}",
              "missing required property 'handle'"));

  @ParameterizedTest
  @FieldSource("REFUSALS")
  void aRefusedMutationLeavesNothingBehind(Refusal refusal) throws Exception {
    int before = graph.history("main").size();
    JsonNode parameters = Json.mapper().readTree(refusal.json());

    assertThatThrownBy(() -> mutate(refusal.parameters(), refusal.mutation(), parameters))
        .hasMessageContaining(refusal.reason());

    assertThat(graph.history("main")).hasSize(before);
    assertThat(read(COUNT_AUTHORS)).containsExactly(4L);
  }

  @Test
  void anInsertedEdgeIsAnotherEdgeEachTime() {
    mutate("", "insert Wrote { from: \"dov\", to: \"b3\" }", null);
    mutate("", "insert Wrote { from: \"dov\", to: \"b3\" }", null);

    var change = (QueryRunner.Change.Done) mutate("", "delete Wrote where from = \"dov\"", null);

    assertThat(change.output().affectedEdges()).isEqualTo(2);
  }

  @Test
  void assigningALeftOutParameterSetsNull() {
    mutate("$y: I32?", "update Author set { born: $y } where handle = \"ann\"", null);

    assertThat(read("match { $a: Author } return { count($a.born) as v }")).containsExactly(2L);
  }

  private QueryRunner.Change mutate(String parameters, String body, @Nullable JsonNode given) {
    RunnableQuery query = query(parameters, body);
    return runner.change(
        query,
        query.bind(given),
        graph,
        new WriteRequest("main", "act-test", QueryRunner.OPERATION));
  }

  private List<@Nullable Object> read(String body) {
    RunnableQuery query = query("", body);
    return runner.read(query, query.bind(null), graph, QueryTarget.branch("main")).rows().stream()
        .<@Nullable Object>map(row -> row.get("v"))
        .toList();
  }

  private static RunnableQuery query(String parameters, String body) {
    return RunnableQuery.of(new SourceText("test.gq", Reads.query(parameters, body)), null);
  }
}
