package io.omnigraph.store.lance;

import io.omnigraph.graph.column.ColumnSpec;
import io.omnigraph.graph.column.RowBuffer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.apache.arrow.c.ArrowArrayStream;
import org.apache.arrow.c.Data;
import org.lance.Fragment;
import org.lance.FragmentMetadata;
import org.lance.WriteParams;

/**
 * Writes rows of one table to data files while others are still being gathered, by a thread of its
 * own. Few rows wait in memory: who adds more waits for the disk. The files belong to no version
 * until a {@link LanceChange} takes them. Used by one thread.
 */
public final class FragmentSink {

  private static final int ROWS_PER_FILE = 1 << 20;
  private static final int WAITING = 4;

  private final LanceStore store;
  private final String dataset;
  private final List<ColumnSpec> specs;
  private final BlockingQueue<RowBuffer> waiting = new ArrayBlockingQueue<>(WAITING);
  private final FutureTask<List<FragmentMetadata>> writing = new FutureTask<>(this::write);

  FragmentSink(LanceStore store, String dataset, List<ColumnSpec> specs) {
    this.store = store;
    this.dataset = dataset;
    this.specs = List.copyOf(specs);
    Thread.ofPlatform().daemon().name("writer of " + dataset).start(writing);
  }

  /**
   * Takes over rows.
   *
   * @throws UncheckedIOException when rows could not be written, these or earlier ones
   */
  public void add(RowBuffer rows) {
    if (rows.rows() > 0) {
      put(rows);
    }
  }

  /**
   * Waits until all rows are in files.
   *
   * @throws UncheckedIOException when they could not be written
   */
  public StagedFragments finish() {
    put(new RowBuffer(List.of()));
    return new StagedFragments(dataset, specs, written(), new BitSet());
  }

  private void put(RowBuffer rows) {
    try {
      while (!waiting.offer(rows, 100, TimeUnit.MILLISECONDS)) {
        if (writing.isDone()) {
          written();
          throw new IllegalStateException("the writer of " + dataset + " ended too early");
        }
      }
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private List<FragmentMetadata> written() {
    try {
      return writing.get();
    } catch (InterruptedException e) {
      throw interrupted(e);
    } catch (ExecutionException e) {
      throw store.calls().unwritten(dataset, e.getCause() == null ? e : e.getCause());
    }
  }

  private List<FragmentMetadata> write() throws IOException {
    try (QueuedBatches batches = new QueuedBatches(store.allocator(), specs, waiting);
        ArrowArrayStream stream = ArrowArrayStream.allocateNew(store.allocator())) {
      Data.exportArrayStream(store.allocator(), batches, stream);
      return Fragment.write()
          .datasetUri(store.locate(dataset))
          .data(stream)
          .maxRowsPerFile(ROWS_PER_FILE)
          .mode(WriteParams.WriteMode.CREATE)
          .storageOptions(store.options())
          .execute();
    }
  }

  private static IllegalStateException interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    return new IllegalStateException("interrupted while rows were written", e);
  }
}
