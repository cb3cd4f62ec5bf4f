package io.omnigraph.bench;

import io.omnigraph.api.kind.ResourceKind;
import io.omnigraph.core.cluster.Cluster;
import io.omnigraph.core.cluster.ClusterEnvironment;
import io.omnigraph.core.report.Report;
import io.omnigraph.ground.fault.FaultPoints;
import io.omnigraph.ground.process.StopRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The commands of the control plane with more and more resources: how long each takes, and with
 * which power of the number of resources the time grows. 1 is linear, 2 is quadratic.
 *
 * <p>Arguments: numbers of stored queries, ascending; 10, 1000 and 10000 without any.
 */
public final class ApplyBench {

  private static final String SCHEMA = "node Ship {\n  imo: String @key\n  name: String?\n}\n";

  private ApplyBench() {}

  /** Measures. */
  public static void main(String[] arguments) throws IOException {
    List<Integer> sizes =
        arguments.length == 0
            ? List.of(10, 1000, 10_000)
            : Arrays.stream(arguments).map(Integer::valueOf).toList();
    Map<String, Map<Integer, Double>> times = new TreeMap<>();
    measure(10);
    for (int size : sizes) {
      System.out.printf("%n%,d queries%n", size);
      measure(size)
          .forEach(
              (step, time) -> times.computeIfAbsent(step, _ -> new TreeMap<>()).put(size, time));
    }
    System.out.printf(
        "%ngrowth exponent from %,d to %,d%n", sizes.get(sizes.size() - 2), sizes.getLast());
    times.forEach((step, measured) ->
        System.out.printf(
            "%-42s %10.2f%n",
            step, exponent(measured, sizes.get(sizes.size() - 2), sizes.getLast())));
  }

  private static double exponent(Map<Integer, Double> measured, int from, int to) {
    double growth =
        Objects.requireNonNull(measured.get(to)) / Objects.requireNonNull(measured.get(from));
    return Math.log(growth) / Math.log((double) to / from);
  }

  private static Map<String, Double> measure(int queries) throws IOException {
    Path directory = Files.createTempDirectory("apply-bench");
    try {
      write(directory, queries, "$imo");
      Map<String, Double> times = new TreeMap<>();
      Function<Cluster, Report> apply = cluster -> cluster.apply(Optional.of("bench"));
      step(times, directory, "1 import", Cluster::importState);
      step(times, directory, "2 plan everything", Cluster::plan);
      step(times, directory, "3 apply everything", apply);
      step(times, directory, "4 apply nothing", apply);
      step(times, directory, "5 refresh", Cluster::refresh);
      write(directory, queries, "$number");
      step(times, directory, "6 apply every query changed", apply);
      write(directory, 1, "$number");
      step(times, directory, "7 apply every query but one removed", apply);
      return times;
    } finally {
      Scratch.remove(directory);
    }
  }

  private static void step(
      Map<String, Double> times, Path directory, String title, Function<Cluster, Report> command) {
    List<ResourceKind> kinds =
        ServiceLoader.load(ResourceKind.class).stream().map(ServiceLoader.Provider::get).toList();
    Cluster cluster =
        new Cluster(
            directory, kinds, ClusterEnvironment.system(FaultPoints.none(), StopRequest.never()));
    times.put(
        title,
        Timing.once(
            title,
            () -> {
              Report report = command.apply(cluster);
              if (!report.isOk()) {
                throw new IllegalStateException(report.text());
              }
            }));
  }

  private static void write(Path directory, int queries, String parameter) throws IOException {
    Path stored = directory.resolve("stored");
    if (Files.exists(stored)) {
      Scratch.remove(stored);
    }
    Files.createDirectories(stored);
    for (int i = 0; i < queries; i++) {
      Files.writeString(
          stored.resolve("ship_" + i + ".gq"),
          "query ship_%d(%s: String) { match { $s: Ship { imo: %s } } return { $s.name } }%n"
              .formatted(i, parameter, parameter));
    }
    Files.writeString(directory.resolve("harbor.pg"), SCHEMA);
    Files.writeString(
        directory.resolve("cluster.yaml"),
        "version: 1\ngraphs:\n  harbor: { schema: harbor.pg, queries: stored/ }\n");
  }
}
