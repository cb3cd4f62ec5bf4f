package io.omnigraph.store.lance;

import io.omnigraph.graph.snapshot.Column;
import java.util.List;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.ipc.ArrowReader;
import org.apache.arrow.vector.types.pojo.Schema;

/** Rows in memory as a stream of Arrow batches, so that many rows never lie in Arrow at once. */
final class RowBatches extends ArrowReader {

  private static final int BATCH = 8192;

  private final Schema schema;
  private final Rows rows;
  private int next;

  RowBatches(BufferAllocator allocator, Rows rows) {
    super(allocator);
    this.schema = ArrowForms.schema(rows.specs());
    this.rows = rows;
  }

  @Override
  public boolean loadNextBatch() throws java.io.IOException {
    int count = Math.min(BATCH, rows.count() - next);
    if (count <= 0) {
      return false;
    }
    VectorSchemaRoot root = getVectorSchemaRoot();
    List<FieldVector> vectors = root.getFieldVectors();
    List<Column> columns = rows.columns();
    for (int i = 0; i < columns.size(); i++) {
      ArrowEncoder.fill(vectors.get(i), columns.get(i), next, count);
    }
    root.setRowCount(count);
    next += count;
    return true;
  }

  @Override
  public long bytesRead() {
    return 0;
  }

  @Override
  protected void closeReadSource() {
    next = rows.count();
  }

  @Override
  protected Schema readSchema() {
    return schema;
  }
}
