package io.omnigraph.bench;

import io.omnigraph.graph.Graph;
import io.omnigraph.graph.column.RowBuffer;
import io.omnigraph.graph.write.BulkWrite;
import io.omnigraph.graph.write.WriteRequest;
import io.omnigraph.ground.source.SourceText;
import io.omnigraph.schema.SchemaCompiler;
import io.omnigraph.schema.catalog.GraphType;
import io.omnigraph.schema.catalog.Schema;
import java.util.SplittableRandom;

/** Made-up documents with wide vectors, written in bulk. */
final class VectorRows {

  private static final String TYPE = "Document";

  private VectorRows() {}

  /** The schema of documents whose vectors have some dimensions. */
  static Schema schema(int dimensions) {
    String source =
        """
        node Document {
          slug: String @key
          title: String?
          pages: I64?
          place: Vector(%d)
        }
        """
            .formatted(dimensions);
    return SchemaCompiler.compile(new SourceText("bench.pg", source)).schema().orElseThrow();
  }

  /** The id of a document. */
  static String slug(int row) {
    return "d" + row;
  }

  /** Writes documents to {@code main} in one commit. */
  static void load(Graph graph, Schema schema, int rows, int dimensions) {
    graph.writeBulk(
        new WriteRequest("main", null, "load"), bulk -> write(bulk, schema, rows, dimensions));
  }

  private static int write(BulkWrite bulk, Schema schema, int rows, int dimensions) {
    GraphType type = schema.node(TYPE).orElseThrow();
    SplittableRandom random = new SplittableRandom(42);
    RowBuffer buffer = bulk.buffer(type);
    for (int row = 0; row < rows; row++) {
      buffer.cells(0).add(slug(row));
      buffer.cells(1).add(slug(row));
      buffer.cells(2).add("Title " + row);
      buffer.cells(3).add((Object) (long) row);
      buffer.cells(4).add(vector(random, dimensions));
      buffer.endRow();
      if (buffer.isFull()) {
        bulk.stage(type, buffer);
        buffer = bulk.buffer(type);
      }
    }
    if (buffer.rows() > 0) {
      bulk.stage(type, buffer);
    }
    return rows;
  }

  /** A vector of some dimensions. */
  static float[] vector(SplittableRandom random, int dimensions) {
    float[] vector = new float[dimensions];
    for (int i = 0; i < dimensions; i++) {
      vector[i] = (random.nextInt() >> 8) * 0x1p-23f;
    }
    return vector;
  }
}
