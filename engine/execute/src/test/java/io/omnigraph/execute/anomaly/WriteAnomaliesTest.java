package io.omnigraph.execute.anomaly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.omnigraph.execute.fixture.Reads;
import io.omnigraph.execute.operator.Limits;
import io.omnigraph.execute.result.QueryTarget;
import io.omnigraph.execute.result.ReadOutput;
import io.omnigraph.execute.run.QueryRunner;
import io.omnigraph.execute.run.RunnableQuery;
import io.omnigraph.graph.Graph;
import io.omnigraph.graph.Graphs;
import io.omnigraph.graph.embed.MockEmbedder;
import io.omnigraph.graph.write.WriteRequest;
import io.omnigraph.ground.fault.FaultPoints;
import io.omnigraph.ground.source.SourceText;
import io.omnigraph.query.Samples;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The anomalies of writes (docs/reference/query-language.md §14): what is done instead. */
class WriteAnomaliesTest {

  private static final String SCHEMA =
      """
      node Item {
        code: String @key
        small: I32?
        positive: U32?
        ratio: F32?
        share: F64?
        title: String
      }
      node Seat { rowNumber: I32  number: I32  label: String?  @key(rowNumber, number) }
      node Note { slug: String @key  body: String  v: Vector(3) @embed(body) }
      """;

  private final QueryRunner runner =
      new QueryRunner(InstantSource.fixed(Reads.NOW), new MockEmbedder(), Limits.usual());

  @TempDir private Path directory;

  private Graph graph;

  @BeforeEach
  void createGraph() {
    graph =
        Graphs.create(
            directory.resolve("items.omni").toString(),
            Samples.schema(SCHEMA),
            Optional.empty(),
            FaultPoints.none());
  }

  @AfterEach
  void closeGraph() {
    graph.close();
  }

  @Test
  void a8AWholeNumberIsAFraction() {
    change("insert Item { code: \"a\", title: \"t\", ratio: 1, share: 2 }");

    assertThat(row("match { $i: Item } return { $i.ratio, $i.share }")).containsExactly(1.0, 2.0);
  }

  /** A statement that is refused. */
  record Refused(String statement, String reason) {}

  static final List<Refused> REFUSED =
      List.of(
          new Refused("insert Item { code: \"a\", title: \"t\", small: 2147483648 }", "2147483648"),
          new Refused("insert Item { code: \"a\", title: \"t\", positive: -1 }", "-1"),
          new Refused("insert Item { code: \"a\", title: null }", "cannot be null"),
          new Refused("insert Item { code: \"a\", title: \"t\", small: 1.5 }", "1.5"));

  @ParameterizedTest
  @FieldSource("REFUSED")
  void a8WhatDoesNotFitIsRefusedAndNothingIsWritten(Refused refused) {
    assertThatThrownBy(() -> change(refused.statement())).hasMessageContaining(refused.reason());

    assertThat(row("match { $i: Item } return { count($i) as n }")).containsExactly(0L);
  }

  @Test
  void a15PropertiesAreFoundByTheirExactName() {
    change("insert Seat { rowNumber: 1, number: 2 }");
    change("update Seat set { label: \"aisle\" } where rowNumber = 1");

    assertThat(row("match { $s: Seat {rowNumber: 1} } return { $s.label }"))
        .containsExactly("aisle");
  }

  @Test
  void a19ACompositeKeyIsAllOfItsMembers() {
    change("insert Seat { rowNumber: 1, number: 2 } insert Seat { rowNumber: 1, number: 3 }");
    change("insert Seat { rowNumber: 1, number: 2, label: \"again\" }");

    assertThat(row("match { $s: Seat } return { count($s) as n, count($s.label) as l }"))
        .containsExactly(2L, 1L);
    assertThatThrownBy(() -> change("update Seat set { number: 4 } where rowNumber = 1"))
        .hasMessageContaining("@key");
  }

  @Test
  void a20AVectorThatIsLeftOutIsMadeOfItsText() {
    change("insert Note { slug: \"n\", body: \"water\" }");

    assertThat(
            row(
                "match { $n: Note } return { nearest($n.v, \"water\") as far }"
                    + " order { far } limit 1"))
        .first(InstanceOfAssertFactories.DOUBLE)
        .isCloseTo(0.0, Assertions.within(1e-6));
  }

  private void change(String statements) {
    RunnableQuery query = query("query q() { " + statements + " }");
    runner.change(
        query, query.bind(null), graph, new WriteRequest("main", null, QueryRunner.OPERATION));
  }

  private List<@Nullable Object> row(String read) {
    RunnableQuery query = query("query q() { " + read + " }");
    ReadOutput output = runner.read(query, query.bind(null), graph, QueryTarget.branch("main"));
    assertThat(output.rows()).hasSize(1);
    return new ArrayList<>(output.rows().getFirst().values());
  }

  private static RunnableQuery query(String text) {
    return RunnableQuery.of(new SourceText("q.gq", text), null);
  }
}
