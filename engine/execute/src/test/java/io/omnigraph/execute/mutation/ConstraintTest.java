package io.omnigraph.execute.mutation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.omnigraph.execute.fixture.Reads;
import io.omnigraph.execute.operator.Limits;
import io.omnigraph.execute.run.QueryRunner;
import io.omnigraph.execute.run.RunnableQuery;
import io.omnigraph.graph.Graph;
import io.omnigraph.graph.Graphs;
import io.omnigraph.graph.embed.MockEmbedder;
import io.omnigraph.graph.write.WriteRequest;
import io.omnigraph.ground.fault.FaultPoints;
import io.omnigraph.ground.source.SourceText;
import io.omnigraph.schema.SchemaCompiler;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * The table of constraints (docs/reference/query-language.md §11.8), on rows that are stored and
 * rows of the statement.
 */
class ConstraintTest {

  private static final String SCHEMA =
      """
      node Boat {
        name: String @key
        berth: I32?
        code: String?
        mast: String? @unique
        @range(berth, 1..9)
        @check(code, "^[A-Z]{2}$")
      }
      node Crew { badge: String @key }
      edge Sails: Crew -> Boat @card(0..1)
      """;

  private static final String SEED =
      "insert Boat { name: \"ada\" berth: 3 code: \"AB\" mast: \"tall\" }"
          + " insert Crew { badge: \"c1\" } insert Sails { from: \"c1\" to: \"ada\" }";

  private final QueryRunner runner =
      new QueryRunner(InstantSource.fixed(Reads.NOW), new MockEmbedder(), Limits.usual());

  @TempDir private Path directory;

  private Graph graph;

  /** A mutation that breaks a rule, and what must be in the reason. */
  record Case(String mutation, List<String> reason) {}

  static final List<Case> CASES =
      List.of(
          new Case(
              "insert Boat { name: \"bee\" berth: 10 }",
              List.of("@range violation on Boat.berth", "10", "max 9")),
          new Case(
              "update Boat set { berth: 0 } where name = \"ada\"",
              List.of("@range violation on Boat.berth", "0", "min 1")),
          new Case(
              "insert Boat { name: \"bee\" code: \"abc\" }",
              List.of("@check violation on Boat.code")),
          new Case(
              "insert Boat { name: \"bee\" mast: \"tall\" }",
              List.of("@unique violation on Boat.mast")),
          new Case(
              "insert Boat { name: \"bee\" mast: \"x\" } insert Boat { name: \"cat\" mast: \"x\" }",
              List.of("@unique violation on Boat.mast")),
          new Case(
              "insert Sails { from: \"c1\" to: \"ada\" }",
              List.of("@card violation on edge Sails", "c1", "max 1")),
          new Case(
              "insert Sails { from: \"c9\" to: \"ada\" }", List.of("src 'c9' not found in Crew")),
          new Case(
              "insert Sails { from: \"c1\" to: \"eve\" }", List.of("dst 'eve' not found in Boat")));

  @BeforeEach
  void createGraph() {
    var schema = SchemaCompiler.compile(new SourceText("test.pg", SCHEMA)).schema().orElseThrow();
    graph =
        Graphs.create(
            directory.resolve("boats.omni").toString(),
            schema,
            Optional.empty(),
            FaultPoints.none());
    mutate(SEED);
  }

  @AfterEach
  void closeGraph() {
    graph.close();
  }

  @AfterAll
  static void tell() {
    System.out.println("rows covered of the constraints of mutations: " + CASES.size());
  }

  @ParameterizedTest
  @FieldSource("CASES")
  void aBrokenRuleNamesTypeAndRuleAndWritesNothing(Case c) {
    int before = graph.history("main").size();

    assertThatThrownBy(() -> mutate(c.mutation()))
        .satisfies(failure -> assertThat(failure.getMessage()).contains(c.reason()));

    assertThat(graph.history("main")).hasSize(before);
  }

  private void mutate(String body) {
    RunnableQuery query = RunnableQuery.of(new SourceText("test.gq", Reads.query("", body)), null);
    assertThat(
            runner.change(
                query,
                query.bind(null),
                graph,
                new WriteRequest("main", null, QueryRunner.OPERATION)))
        .isInstanceOf(QueryRunner.Change.Done.class);
  }
}
