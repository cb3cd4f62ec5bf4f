package io.omnigraph.store.lance;

import io.omnigraph.graph.column.ColumnSpec;
import io.omnigraph.graph.column.RowBuffer;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.ipc.ArrowReader;
import org.apache.arrow.vector.types.pojo.Schema;

/** Rows as another thread hands them over, as a stream of Arrow batches. */
final class QueuedBatches extends ArrowReader {

  private final Schema schema;
  private final BlockingQueue<RowBuffer> queue;

  /**
   * The rows of a queue, up to a buffer without rows.
   *
   * @param specs of the columns of each buffer
   */
  QueuedBatches(BufferAllocator allocator, List<ColumnSpec> specs, BlockingQueue<RowBuffer> queue) {
    super(allocator);
    this.schema = ArrowForms.schema(specs);
    this.queue = queue;
  }

  @Override
  public boolean loadNextBatch() throws IOException {
    RowBuffer rows = take();
    if (rows.rows() == 0) {
      return false;
    }
    VectorSchemaRoot root = getVectorSchemaRoot();
    List<FieldVector> vectors = root.getFieldVectors();
    for (int i = 0; i < vectors.size(); i++) {
      CellEncoder.fill(vectors.get(i), rows.cells(i), rows.rows());
    }
    root.setRowCount(rows.rows());
    return true;
  }

  @Override
  public long bytesRead() {
    return 0;
  }

  @Override
  protected void closeReadSource() {
    queue.clear();
  }

  @Override
  protected Schema readSchema() {
    return schema;
  }

  private RowBuffer take() throws IOException {
    try {
      return queue.take();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while waiting for rows", e);
    }
  }
}
