package io.omnigraph.execute.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.omnigraph.execute.fixture.Reads;
import io.omnigraph.execute.operator.Limits;
import io.omnigraph.execute.run.QueryRunner;
import io.omnigraph.execute.run.RunnableQuery;
import io.omnigraph.graph.Graph;
import io.omnigraph.graph.Graphs;
import io.omnigraph.graph.embed.Embedder;
import io.omnigraph.graph.embed.Embedder.Purpose;
import io.omnigraph.graph.embed.Embedders;
import io.omnigraph.graph.embed.MockEmbedder;
import io.omnigraph.graph.embed.NoEmbedderException;
import io.omnigraph.graph.snapshot.Column;
import io.omnigraph.graph.snapshot.NodeTable;
import io.omnigraph.graph.snapshot.ReadTarget;
import io.omnigraph.graph.write.WriteRequest;
import io.omnigraph.ground.fault.FaultPoints;
import io.omnigraph.ground.json.Json;
import io.omnigraph.ground.source.SourceText;
import io.omnigraph.schema.SchemaCompiler;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Inserts that leave out a vector which is made from a text (A20). */
class InsertedVectorsTest {

  private static final String SCHEMA =
      """
      node Note {
        code: String @key
        text: String
        vec: Vector(4) @embed(text)
        other: Vector(4)? @embed(text)
      }
      """;

  @TempDir private Path directory;

  private Graph graph;

  @BeforeEach
  void create() {
    var schema = SchemaCompiler.compile(new SourceText("notes.pg", SCHEMA)).schema().orElseThrow();
    graph =
        Graphs.create(
            directory.resolve("n.omni").toString(), schema, Optional.empty(), FaultPoints.none());
  }

  @AfterEach
  void close() {
    graph.close();
  }

  @Test
  void aRequiredVectorIsMadeFromItsSource() {
    insert("insert Note { code: \"a\", text: \"deep water\" }", new MockEmbedder());

    NodeTable notes = graph.snapshot(ReadTarget.main()).nodes("Note");
    int row = notes.rowOf("a");
    assertThat(((Column.Vectors) notes.column("vec")).get(row))
        .isEqualTo(new MockEmbedder().embed(List.of("deep water"), 4, Purpose.DOCUMENT).getFirst());
    assertThat(notes.column("other").isNull(row)).isTrue();
  }

  @Test
  void aVectorThatIsGivenIsKept() {
    insert(
        "insert Note { code: \"a\", text: \"deep\", vec: [1.0, 0.0, 0.0, 0.0] }",
        Embedders.from(Map.of()));

    NodeTable notes = graph.snapshot(ReadTarget.main()).nodes("Note");
    assertThat(((Column.Vectors) notes.column("vec")).get(notes.rowOf("a")))
        .containsExactly(1, 0, 0, 0);
  }

  @Test
  void nothingIsInsertedWithoutAKey() {
    assertThatThrownBy(
            () -> insert("insert Note { code: \"a\", text: \"deep\" }", Embedders.from(Map.of())))
        .isInstanceOf(NoEmbedderException.class)
        .hasMessageContaining("GEMINI_API_KEY");
    assertThat(graph.snapshot(ReadTarget.main()).nodes("Note").liveCount()).isZero();
  }

  private void insert(String statement, Embedder embedder) {
    RunnableQuery query =
        RunnableQuery.of(new SourceText("test.gq", "query q() { " + statement + " }"), null);
    new QueryRunner(InstantSource.fixed(Reads.NOW), embedder, Limits.usual())
        .change(
            query,
            query.bind(Json.object()),
            graph,
            new WriteRequest("main", null, QueryRunner.OPERATION));
  }
}
