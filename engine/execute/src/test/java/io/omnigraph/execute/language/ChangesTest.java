package io.omnigraph.execute.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.omnigraph.execute.fixture.NetworkOfAuthors;
import io.omnigraph.execute.fixture.Reads;
import io.omnigraph.execute.operator.Limits;
import io.omnigraph.execute.result.QueryTarget;
import io.omnigraph.execute.run.QueryRunner;
import io.omnigraph.execute.run.RunnableQuery;
import io.omnigraph.graph.Graph;
import io.omnigraph.graph.Graphs;
import io.omnigraph.graph.embed.MockEmbedder;
import io.omnigraph.graph.write.WriteRequest;
import io.omnigraph.ground.fault.FaultPoints;
import io.omnigraph.ground.json.Json;
import io.omnigraph.ground.json.ParsedJson;
import io.omnigraph.ground.source.SourceText;
import io.omnigraph.schema.SchemaCompiler;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The rows of the behaviour tables about changes, on a stored graph; and limits of reads. */
class ChangesTest {

  private static final String FOLLOWS =
      "match { $a: Author $a $w:follows $b } return { $a.handle, $w.weight }"
          + " order { $a.handle, $w.weight }";
  private static final String AUTHORS = "match { $a: Author } return { $a.handle }";
  private static final String ACTIVE = "match { $a: Author } return { $a.handle, $a.active }";

  private static final List<String> SEED =
      List.of(
          "insert Author { handle: \"ann\", born: 1970, active: true, score: 2.5,"
              + " tags: [\"poetry\", \"essay\"] }",
          "insert Author { handle: \"ben\", born: 1980, active: false, score: 1.0, tags: [] }",
          "insert Author { handle: \"cyd\" }",
          "insert Author { handle: \"dov\", born: 1990, active: true, tags: [\"essay\"] }",
          "insert Book { isbn: \"b1\", title: \"Deep Water Basics\", pages: 120 }",
          "insert Follows { from: \"ann\", to: \"ben\", weight: 0.5 }",
          "insert Follows { from: \"ann\", to: \"ben\", weight: 0.9 }",
          "insert Follows { from: \"ben\", to: \"cyd\" }",
          "insert Follows { from: \"cyd\", to: \"ann\", weight: 0.1 }",
          "insert Follows { from: \"cyd\", to: \"dov\", weight: 0.4 }",
          "insert Follows { from: \"dov\", to: \"dov\", weight: 1.0 }");

  private final QueryRunner runner =
      new QueryRunner(InstantSource.fixed(Reads.NOW), new MockEmbedder(), Limits.usual());

  @TempDir private Path directory;

  private Graph graph;

  /**
   * A change with what it does.
   *
   * @param given the parameters as JSON
   * @param affected nodes and edges
   * @param rows what the check answers then, cells with blanks between them
   */
  record Case(
      String parameters, String given, String change, String affected, String check, String rows) {

    static Case of(String change, String affected, String check, String rows) {
      return new Case("", "{}", change, affected, check, rows);
    }

    Case with(String declared, String json) {
      return new Case(declared, json, change, affected, check, rows);
    }
  }

  static final List<Case> CASES =
      List.of(
          Case.of(
              "delete Author where born > 1975 and not handle = \"ben\"",
              "1 2",
              AUTHORS,
              "ann, ben, cyd"),
          Case.of(
              "delete Follows where @src = \"ann\" and @dst = \"ben\"",
              "0 2",
              FOLLOWS,
              "ben null, cyd 0.1, cyd 0.4, dov 1.0"),
          Case.of(
              "delete Follows where from = \"ann\" and to = \"ben\"",
              "0 2",
              FOLLOWS,
              "ben null, cyd 0.1, cyd 0.4, dov 1.0"),
          Case.of(
              "delete Follows where weight is null or weight < 0.2",
              "0 2",
              FOLLOWS,
              "ann 0.5, ann 0.9, cyd 0.4, dov 1.0"),
          Case.of(
                  "update Author set { active: true or $f } where born > 1975",
                  "2 0",
                  ACTIVE,
                  "ann true, ben true, cyd null, dov true")
              .with("$f: Bool?", "{}"),
          Case.of(
                  "update Author set { active: $n > 3 } where handle = \"ann\"",
                  "1 0",
                  ACTIVE,
                  "ann null, ben false, cyd null, dov true")
              .with("$n: I32?", "{}"),
          Case.of(
              "update Follows set { weight: 1.0 } where @src = \"ann\" and weight > 0.6",
              "0 1",
              FOLLOWS,
              "ann 0.5, ann 1.0, ben null, cyd 0.1, cyd 0.4, dov 1.0"),
          Case.of("delete Author where tags contains \"essay\"", "2 5", AUTHORS, "ben, cyd"),
          Case.of("delete Author where true", "4 6", AUTHORS, ""),
          Case.of(
                  "update Author set { photo: $b } where handle = \"ann\"",
                  "1 0",
                  AUTHORS,
                  "ann, ben, cyd, dov")
              .with("$b: Blob?", "{}"),
          Case.of("delete Follows where $n is null", "0 6", FOLLOWS, "").with("$n: I32?", "{}"),
          Case.of("delete Author where handle in [$h, \"dov\"]", "2 5", AUTHORS, "ben, cyd")
              .with("$h: String", "{\"h\":\"ann\"}"),
          Case.of(
                  "insert Author { handle: $h, active: $n > 3 and true }",
                  "1 0",
                  ACTIVE,
                  "ann true, ben false, cyd null, dov true, eva true")
              .with("$h: String, $n: I32", "{\"h\":\"eva\",\"n\":4}"));

  /** A change that is refused, and a part of the reason. */
  record Refusal(String parameters, String given, String change, String reason) {}

  static final List<Refusal> REFUSALS =
      List.of(
          new Refusal(
              "$t: String?",
              "{}",
              "update Book set { title: $t } where isbn = \"none\"",
              "Book.title"),
          new Refusal(
              "$n: I32, $unused: I32", "{\"n\":1}", "delete Author where born = $n", "unused"));

  /** A read with parameters, and its rows. */
  record Read(String parameters, String given, String body, String rows) {}

  static final List<Read> READS =
      List.of(
          new Read(
              "$n: I32, $m: U64?",
              "{\"n\":2,\"m\":1}",
              "match { $a: Author } return { $a.handle } order { $a.handle } limit $n offset $m",
              "ben, cyd"),
          new Read(
              "$n: I32?, $m: U64?",
              "{}",
              "match { $a: Author } return { $a.handle } order { $a.handle } limit $n offset $m",
              "ann, ben, cyd, dov"),
          new Read(
              "$h: String",
              "{\"h\":\"ann\"}",
              "match { $a: Author $a.handle in [$h, \"dov\"] } return { $a.handle }",
              "ann, dov"),
          new Read(
              "",
              "{}",
              "match { $a: Author } return { min($a.active) as lo, max($a.active) as hi }",
              "false true"),
          new Read(
              "",
              "{}",
              "match { $a: Author $a.handle = \"zz\" } return { min($a.joined) as m }",
              "null"));

  @BeforeEach
  void createGraph() {
    graph =
        Graphs.create(
            directory.resolve("authors.omni").toString(),
            SchemaCompiler.compile(new SourceText("test.pg", NetworkOfAuthors.SCHEMA))
                .schema()
                .orElseThrow(),
            Optional.empty(),
            FaultPoints.none());
    change("", "{}", String.join(" ", SEED));
  }

  @AfterEach
  void closeGraph() {
    graph.close();
  }

  @AfterAll
  static void countRows() {
    System.out.println(
        "rows covered: "
            + (CASES.size() + REFUSALS.size() + READS.size())
            + " changes and reads with parameters");
  }

  @ParameterizedTest
  @FieldSource("CASES")
  void aChangeDoesWhatItSays(Case given) {
    String affected = change(given.parameters(), given.given(), given.change());

    assertThat(affected).isEqualTo(given.affected());
    assertThat(read("", "{}", given.check())).isEqualTo(given.rows());
  }

  @ParameterizedTest
  @FieldSource("REFUSALS")
  void aRefusedChangeReadsNothing(Refusal given) {
    int before = graph.history("main").size();

    assertThatThrownBy(() -> change(given.parameters(), given.given(), given.change()))
        .hasMessageContaining(given.reason());

    assertThat(graph.history("main")).hasSize(before);
  }

  @ParameterizedTest
  @FieldSource("READS")
  void aReadTakesItsParameters(Read given) {
    assertThat(read(given.parameters(), given.given(), given.body())).isEqualTo(given.rows());
  }

  private String change(String parameters, String given, String body) {
    RunnableQuery query = query(parameters, body);
    var change =
        (QueryRunner.Change.Done)
            runner.change(
                query,
                query.bind(((ParsedJson.Value) Json.parse(given)).node()),
                graph,
                new WriteRequest("main", null, QueryRunner.OPERATION));
    return change.output().affectedNodes() + " " + change.output().affectedEdges();
  }

  /** The rows, sorted where the query does not order them. */
  private String read(String parameters, String given, String body) {
    RunnableQuery query = query(parameters, body);
    var parsed = (ParsedJson.Value) Json.parse(given);
    List<String> rows =
        runner
            .read(query, query.bind(parsed.node()), graph, QueryTarget.branch("main"))
            .rows()
            .stream()
            .map(row -> row.values().stream().map(String::valueOf).collect(Collectors.joining(" ")))
            .toList();
    return body.contains("order {")
        ? String.join(", ", rows)
        : rows.stream().sorted().collect(Collectors.joining(", "));
  }

  private static RunnableQuery query(String parameters, String body) {
    return RunnableQuery.of(new SourceText("test.gq", Reads.query(parameters, body)), null);
  }
}
