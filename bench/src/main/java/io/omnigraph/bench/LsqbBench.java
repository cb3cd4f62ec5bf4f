package io.omnigraph.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The nine queries of the Labelled Subgraph Query Benchmark on a made-up social network, beside
 * DuckDB and Kuzu in the same run: {@code LsqbBench [people [runs [queries [peers]]]]}, by default
 * 100,000 people, three runs, all queries and both peers. Every system counts once for practice;
 * the times are the medians of the runs after that, by the clock. It ends with exit code 1 when
 * counts differ.
 */
public final class LsqbBench {

  /** What takes longer, in milliseconds, is run for practice only, and its time is that. */
  private static final double LONG = 10_000;

  private final List<LsqbSystem> systems;
  private final int runs;
  private int behind;
  private int ahead;
  private int asked;
  private boolean isEqual = true;

  private LsqbBench(List<LsqbSystem> systems, int runs) {
    this.systems = List.copyOf(systems);
    this.runs = runs;
  }

  /** Runs the benchmark. */
  public static void main(String[] arguments) throws IOException, SQLException {
    int people = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100_000;
    int runs = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 3;
    Set<Integer> wanted =
        Arrays.stream((arguments.length > 2 ? arguments[2] : "1,2,3,4,5,6,7,8,9").split(","))
            .map(Integer::parseInt)
            .collect(Collectors.toCollection(TreeSet::new));
    Path directory = Files.createTempDirectory("lsqb-bench");
    List<LsqbSystem> systems = new ArrayList<>();
    try {
      long rows = LsqbFiles.write(new LsqbGraph(people), directory);
      System.out.printf("%,d people, %,d nodes and edges%n", people, rows);
      systems.add(LsqbOwn.of(directory));
      String peers = arguments.length > 3 ? arguments[3] : "duckdb,kuzu";
      if (peers.contains("duckdb")) {
        systems.add(LsqbDuckDb.of(directory));
      }
      if (peers.contains("kuzu")) {
        systems.add(LsqbKuzu.of(directory));
      }
      LsqbBench bench = new LsqbBench(systems, runs);
      LsqbQuery.ALL.stream()
          .filter(query -> wanted.contains(query.number()))
          .forEach(bench::compare);
      bench.conclude();
      if (!bench.isEqual) {
        System.exit(1);
      }
    } finally {
      systems.forEach(LsqbSystem::close);
      BenchFiles.delete(directory);
    }
  }

  private void compare(LsqbQuery query) {
    List<Long> counts = new ArrayList<>();
    List<Double> times = new ArrayList<>();
    for (LsqbSystem system : systems) {
      double practice = time(system, query, counts);
      double[] measured = new double[practice > LONG ? 0 : runs];
      for (int run = 0; run < measured.length; run++) {
        measured[run] = time(system, query, new ArrayList<>());
      }
      Arrays.sort(measured);
      times.add(measured.length == 0 ? practice : measured[measured.length / 2]);
    }
    double own = times.getFirst();
    double best = times.stream().skip(1).mapToDouble(Double::doubleValue).min().orElseThrow();
    boolean agree = counts.stream().distinct().count() == 1;
    isEqual &= agree;
    asked++;
    ahead += own < best ? 1 : 0;
    behind += own > 2 * best ? 1 : 0;
    StringBuilder line = new StringBuilder("%d %-40s".formatted(query.number(), query.words()));
    for (int i = 0; i < systems.size(); i++) {
      line.append(" %s %,10.1f ms".formatted(systems.get(i).name(), times.get(i)));
    }
    System.out.printf(
        "%s  %6.2f of the best peer  %s%n",
        line, own / best, agree ? "%,d".formatted(counts.getFirst()) : "counts differ: " + counts);
    if (Boolean.getBoolean("lsqb.profile")) {
      ((LsqbOwn) systems.getFirst()).profile(query).lines().forEach(System.out::println);
    }
  }

  private static double time(LsqbSystem system, LsqbQuery query, List<Long> counts) {
    long start = System.nanoTime();
    counts.add(system.count(query));
    return (System.nanoTime() - start) / 1e6;
  }

  private void conclude() {
    System.out.printf(
        "counts %s; slower than twice the best peer: %d of %d (aim: none); faster than both: %d of"
            + " %d (aim: half)%n",
        isEqual ? "equal" : "DIFFER", behind, asked, ahead, asked);
  }
}
