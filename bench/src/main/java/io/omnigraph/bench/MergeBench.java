package io.omnigraph.bench;

import com.sun.management.ThreadMXBean;
import io.omnigraph.graph.Graph;
import io.omnigraph.graph.merge.MergeOutcome;
import io.omnigraph.graph.merge.MergeRequest;
import io.omnigraph.graph.merge.MergeRequest.Grain;
import io.omnigraph.graph.write.WriteRequest;
import io.omnigraph.ground.fault.FaultPoints;
import io.omnigraph.schema.catalog.Schema;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * A merge of a few changed rows into many rows with a wide vector: {@code bin/bench Merge [rows
 * [dimensions [changed]]]}, by default 50 of a million rows with 3,072 numbers each, which take 12
 * GB on disk. Both branches changed rows, so that rows are compared; the graph was opened just
 * before the merge, so that nothing of it is in memory.
 */
public final class MergeBench {

  private static final long MEBIBYTE = 1 << 20;
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private final String root;
  private final int rows;
  private final int dimensions;
  private final int changed;

  private MergeBench(String root, int rows, int dimensions, int changed) {
    this.root = root;
    this.rows = rows;
    this.dimensions = dimensions;
    this.changed = changed;
  }

  /** Runs the benchmark. */
  public static void main(String[] args) throws IOException {
    int rows = args.length > 0 ? Integer.parseInt(args[0]) : 1_000_000;
    int dimensions = args.length > 1 ? Integer.parseInt(args[1]) : 3_072;
    int changed = args.length > 2 ? Integer.parseInt(args[2]) : 50;
    Path directory = Files.createTempDirectory("merge-bench");
    try {
      MergeBench bench =
          new MergeBench(directory.resolve("wide.omni").toString(), rows, dimensions, changed);
      bench.prepare();
      System.out.printf(
          "%d changed rows into %d rows with %d numbers each%n", changed, rows, dimensions);
      bench.merge("first merge of the process", "night");
      bench.merge("another merge, opened anew", "dawn");
    } finally {
      BenchFiles.delete(directory);
    }
  }

  private void prepare() {
    Schema schema = VectorRows.schema(dimensions);
    try (Graph graph =
        BenchEngine.SHARED.create(root, schema, Optional.empty(), FaultPoints.none())) {
      VectorRows.load(graph, schema, rows, dimensions);
      graph.createBranch("night", "main");
      graph.createBranch("dawn", "main");
      change(graph, "night", 0);
      change(graph, "dawn", 1);
      change(graph, "main", 2);
    }
  }

  /** Changes rows whose numbers leave a remainder by 3, so that branches do not conflict. */
  private void change(Graph graph, String branch, int remainder) {
    SplittableRandom random = new SplittableRandom(remainder);
    graph.write(
        new WriteRequest(branch, null, "mutate"),
        transaction -> {
          for (int i = 0; i < changed; i++) {
            int row = 3 * (int) ((long) i * rows / 3 / changed) + remainder;
            Map<String, Object> values = new HashMap<>();
            values.put("slug", VectorRows.slug(row));
            values.put("title", "changed on " + branch);
            values.put("place", VectorRows.vector(random, dimensions));
            transaction.upsertNode("Document", null, values);
          }
          return changed;
        });
  }

  private void merge(String what, String branch) {
    try (Graph graph = BenchEngine.SHARED.open(root, FaultPoints.none())) {
      long heapBefore = heap();
      long allocatedBefore = THREADS.getCurrentThreadAllocatedBytes();
      long start = System.nanoTime();
      MergeOutcome outcome = graph.merge(new MergeRequest(branch, "main", Grain.ROW, null, null));
      double nanos = System.nanoTime() - start;
      long allocated = THREADS.getCurrentThreadAllocatedBytes() - allocatedBefore;
      if (!(outcome instanceof MergeOutcome.Merged)) {
        throw new IllegalStateException("not merged: " + outcome);
      }
      System.out.printf(
          "%s: %s (limit 1 s), %.1f MiB of heap allocated (limit 64), %.1f MiB kept%n",
          what,
          Measure.time(nanos),
          allocated / (double) MEBIBYTE,
          (heap() - heapBefore) / (double) MEBIBYTE);
    }
  }

  private static long heap() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }
}
