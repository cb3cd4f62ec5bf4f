package io.omnigraph.bench;

import io.omnigraph.graph.Graph;
import io.omnigraph.ground.fault.FaultPoints;
import io.omnigraph.schema.catalog.Schema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/**
 * What it costs to create and to delete a branch of graphs of two sizes: {@code bin/bench Branch
 * [small [large [times]]]}, by default ten thousand and a million rows.
 */
public final class BranchBench {

  private static final int DIMENSIONS = 4;

  private BranchBench() {}

  /** Runs the benchmark. */
  public static void main(String[] args) throws IOException {
    int small = args.length > 0 ? Integer.parseInt(args[0]) : 10_000;
    int large = args.length > 1 ? Integer.parseInt(args[1]) : 1_000_000;
    int times = args.length > 2 ? Integer.parseInt(args[2]) : 200;
    Path directory = Files.createTempDirectory("branch-bench");
    try {
      costs(directory.resolve("warm-up.omni"), small, times);
      Costs few = costs(directory.resolve("small.omni"), small, times);
      Costs many = costs(directory.resolve("large.omni"), large, times);
      System.out.printf("%12s %18s %18s%n", "rows", "create (median)", "delete (median)");
      print(small, few);
      print(large, many);
      System.out.printf(
          "the large graph to the small one: create %.2f times, delete %.2f times%n",
          many.create() / few.create(), many.delete() / few.delete());
    } finally {
      BenchFiles.delete(directory);
    }
  }

  private static Costs costs(Path root, int rows, int times) {
    Schema schema = VectorRows.schema(DIMENSIONS);
    try (Graph graph =
        BenchEngine.SHARED.create(root.toString(), schema, Optional.empty(), FaultPoints.none())) {
      VectorRows.load(graph, schema, rows, DIMENSIONS);
      double[] create = new double[times];
      double[] delete = new double[times];
      for (int i = 0; i < times; i++) {
        String branch = "branch" + i;
        create[i] = nanos(() -> graph.createBranch(branch, "main"));
        delete[i] = nanos(() -> graph.deleteBranch(branch));
      }
      return new Costs(median(create), median(delete));
    }
  }

  private static void print(int rows, Costs costs) {
    System.out.printf(
        "%12d %18s %18s%n", rows, Measure.time(costs.create()), Measure.time(costs.delete()));
  }

  private static double nanos(Runnable work) {
    long start = System.nanoTime();
    work.run();
    return System.nanoTime() - start;
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  private record Costs(double create, double delete) {}
}
