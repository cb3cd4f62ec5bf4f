package io.omnigraph.execute.search;

import io.omnigraph.execute.fixture.Reads;
import io.omnigraph.graph.Graph;
import io.omnigraph.graph.Graphs;
import io.omnigraph.graph.embed.MockEmbedder;
import io.omnigraph.graph.snapshot.ReadTarget;
import io.omnigraph.graph.write.Transaction;
import io.omnigraph.graph.write.WriteRequest;
import io.omnigraph.ground.fault.FaultPoints;
import io.omnigraph.ground.source.SourceText;
import io.omnigraph.schema.SchemaCompiler;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A stored graph of documents with texts and vectors. */
final class Documents implements AutoCloseable {

  static final int DIMENSION = 6;

  private static final String SCHEMA =
      """
      node Doc {
        code: String @key
        text: String? @index
        kind: String
        vec: Vector(6)? @embed(text) @index
      }
      edge Cites: Doc -> Doc
      """;

  private final Graph graph;

  private Documents(Graph graph) {
    this.graph = graph;
  }

  /** An empty graph in a directory that is not there yet. */
  static Documents in(Path root) {
    var schema = SchemaCompiler.compile(new SourceText("docs.pg", SCHEMA)).schema().orElseThrow();
    return new Documents(
        Graphs.create(root.toString(), schema, Optional.empty(), FaultPoints.none()));
  }

  Graph graph() {
    return graph;
  }

  /** Makes one commit. */
  void commit(Consumer<Transaction> work) {
    graph.write(
        new WriteRequest("main", null, "test"),
        transaction -> {
          work.accept(transaction);
          return true;
        });
  }

  /** The values of a document. */
  static Map<String, Object> values(
      String code, @Nullable String text, String kind, float @Nullable [] vector) {
    Map<String, Object> values = new HashMap<>(Map.of("code", code, "kind", kind));
    if (text != null) {
      values.put("text", text);
    }
    if (vector != null) {
      values.put("vec", vector);
    }
    return values;
  }

  /** The codes that a query returns in its only column, in its order. */
  List<String> codes(String body, Map<String, Object> parameters, String declared) {
    return Reads.run(Reads.query(declared, body), parameters, graph.snapshot(ReadTarget.main()))
        .rows()
        .stream()
        .map(row -> String.valueOf(row.values().iterator().next()))
        .toList();
  }

  /** The vector of a text. */
  static float[] vector(String text) {
    return new MockEmbedder().embedQuery(text, DIMENSION);
  }

  @Override
  public void close() {
    graph.close();
  }
}
