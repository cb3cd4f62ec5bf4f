package io.omnigraph.bench;

import io.omnigraph.api.fault.FaultPoints;
import io.omnigraph.graph.Graph;
import io.omnigraph.graph.Graphs;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/**
 * What it costs to create and to delete a branch of graphs of two sizes: {@code bin/bench Branch
 * [small rows] [large rows] [times]}.
 */
public final class BranchBench {

  private BranchBench() {}

  /** Runs the benchmark. */
  public static void main(String[] arguments) throws IOException {
    int small = BenchArguments.number(arguments, 0, 10_000);
    int large = BenchArguments.number(arguments, 1, 1_000_000);
    int times = BenchArguments.number(arguments, 2, 200);
    try (BenchDirectory directory = new BenchDirectory()) {
      Costs few = costs(directory.path(), small, times);
      Costs many = costs(directory.path(), large, times);
      System.out.printf("%12s %18s %18s%n", "rows", "create (median)", "delete (median)");
      System.out.printf("%12d %15.3f ms %15.3f ms%n", small, few.create(), few.delete());
      System.out.printf("%12d %15.3f ms %15.3f ms%n", large, many.create(), many.delete());
      System.out.printf(
          "ratio of the large graph to the small one: create %.2f, delete %.2f%n",
          many.create() / few.create(), many.delete() / few.delete());
    }
  }

  private static Costs costs(Path directory, int rows, int times) throws IOException {
    String root = directory.resolve("rows" + rows + ".omni").toString();
    try (Graph graph =
        Graphs.create(root, VectorRows.schema(4), Optional.empty(), FaultPoints.none())) {
      VectorRows.load(graph, directory, rows, 4);
      double[] create = new double[times];
      double[] delete = new double[times];
      for (int i = 0; i < times; i++) {
        String branch = "branch" + i;
        create[i] = millis(() -> graph.createBranch(branch, "main"));
        delete[i] = millis(() -> graph.deleteBranch(branch));
      }
      return new Costs(median(create), median(delete));
    }
  }

  private static double millis(Runnable work) {
    long start = System.nanoTime();
    work.run();
    return (System.nanoTime() - start) / 1e6;
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  private record Costs(double create, double delete) {}
}
