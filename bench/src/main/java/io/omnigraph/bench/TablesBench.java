package io.omnigraph.bench;

import io.omnigraph.graph.Graph;
import io.omnigraph.graph.column.InMemory;
import io.omnigraph.graph.snapshot.Adjacency;
import io.omnigraph.graph.snapshot.Column;
import io.omnigraph.graph.snapshot.NodeTable;
import io.omnigraph.graph.snapshot.ReadTarget;
import io.omnigraph.graph.snapshot.RowFilter;
import io.omnigraph.graph.snapshot.Snapshot;
import io.omnigraph.graph.write.WriteRequest;
import io.omnigraph.ground.fault.FaultPoints;
import io.omnigraph.ground.source.SourceText;
import io.omnigraph.schema.SchemaCompiler;
import io.omnigraph.schema.catalog.Schema;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/**
 * Tables in memory: what they take, how fast rows are found, what adjacency costs, and what a read
 * after a small write costs in a large graph and in one a hundred times smaller.
 *
 * <p>Arguments: people (1,000,000), edges (5,000,000).
 */
public final class TablesBench {

  private static final String BRANCH = "main";
  private static final int LOOKUPS = 1_000_000;
  private static final int WRITES = 61;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private TablesBench() {}

  /** Runs the benchmark. */
  public static void main(String[] arguments) throws IOException {
    int people = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000;
    int follows = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 5_000_000;
    double small = run(new SocialGraph(people / 100, follows / 100));
    double large = run(new SocialGraph(people, follows));
    System.out.printf(
        "read after a point write, %,d edges against %,d: %.1f times%n",
        follows, follows / 100, large / small);
  }

  private static double run(SocialGraph social) throws IOException {
    Path root = Files.createTempDirectory("tables-bench");
    try (Graph graph =
        BenchEngine.SHARED.create(root.toString(), schema(), Optional.empty(), none())) {
      System.out.printf("%n%,d people, %,d edges%n", social.people(), social.follows());
      timed("  load", () -> BulkSocialGraph.write(graph, social));
      cold(root, social);
      texts(graph.snapshot(ReadTarget.main()).nodes("Person"), social.people());
      adjacency(graph);
      return readAfterWrite(graph, social);
    } finally {
      delete(root);
    }
  }

  /** What a process pays that asks a single question, where nothing is in memory. */
  private static void cold(Path root, SocialGraph social) {
    try (Graph graph = BenchEngine.SHARED.open(root.toString(), none())) {
      NodeTable table = graph.snapshot(ReadTarget.main()).nodes("Person");
      RowFilter one =
          new RowFilter.Compare("name", RowFilter.Operator.EQUAL, "Name " + social.people() / 2);
      int[] rows = timed("  select one by name, cold", () -> table.select(one));
      timed("  take one city, cold", () -> table.take("city", rows));
      timed("  select one by name, second time", () -> table.select(one));
      timed("  select one by name, warm", () -> table.select(one));
      timed("  read all cities", () -> table.column("city"));
    }
  }

  private static void texts(NodeTable table, int people) {
    Column.Texts ids = (Column.Texts) table.column("handle");
    String[] strings = new String[people];
    long before = heap();
    for (int i = 0; i < people; i++) {
      strings[i] = new String(ids.get(i));
    }
    long stringBytes = heap() - before;
    Map<String, Integer> map = HashMap.newHashMap(people);
    for (int i = 0; i < people; i++) {
      map.put(strings[i], i);
    }
    long mapBytes = heap() - before;
    timed("  first id lookup, which builds the table", () -> table.rowOf(strings[0]));
    String[] wanted = new String[LOOKUPS];
    SplittableRandom random = new SplittableRandom(1);
    Arrays.setAll(wanted, _ -> new String(strings[random.nextInt(people)]));
    for (int round = 0; round < 3; round++) {
      double own = perItem(wanted, table::rowOf);
      double peer = perItem(wanted, id -> map.getOrDefault(id, -1));
      System.out.printf("  id lookup: %.0f ns, HashMap %.0f ns%n", own, peer);
    }
    System.out.printf(
        "  bytes per text: %.1f, String[] %.1f, with HashMap %.1f%n",
        bytes(table, "handle") / people, stringBytes / (double) people, mapBytes / (double) people);
  }

  private static double bytes(NodeTable table, String property) {
    return table.column(property) instanceof InMemory arrays ? arrays.bytes() : Double.NaN;
  }

  private static void adjacency(Graph graph) {
    Snapshot snapshot = graph.snapshot(ReadTarget.main());
    Adjacency outgoing =
        timed("  outgoing adjacency, cold", () -> snapshot.edges("Follows").outgoing());
    Adjacency incoming =
        timed("  incoming adjacency after that", () -> snapshot.edges("Follows").incoming());
    int nodes = snapshot.nodes("Person").size();
    for (int round = 0; round < 3; round++) {
      long[] paths = new long[1];
      timed(
          "  count of all two-hop paths by degree",
          () -> {
            for (int node = 0; node < nodes; node++) {
              paths[0] += (long) incoming.degree(node) * outgoing.degree(node);
            }
            return paths[0];
          });
    }
  }

  /** The median cost of opening the head and asking for the neighbours of one node. */
  private static double readAfterWrite(Graph graph, SocialGraph social) {
    List<Double> reads = new ArrayList<>();
    List<Double> idle = new ArrayList<>();
    SplittableRandom random = new SplittableRandom(7);
    for (int i = 0; i < WRITES; i++) {
      String from = SocialGraph.handle(random.nextInt(social.people()));
      String to = SocialGraph.handle(random.nextInt(social.people()));
      graph.write(
          new WriteRequest(BRANCH, null, "bench"),
          transaction -> {
            Map<String, Object> values = Map.of("since", 2026L);
            return transaction.upsertEdge("Follows", null, from, to, values);
          });
      reads.add(millis(() -> degree(graph, from)));
      idle.add(millis(() -> degree(graph, from)));
    }
    reads.sort(Comparator.naturalOrder());
    idle.sort(Comparator.naturalOrder());
    double median = reads.get(WRITES / 2);
    System.out.printf(
        "  snapshot and 1-hop after a point write: %.2f ms (median of %d), again %.3f ms%n",
        median, WRITES, idle.get(WRITES / 2));
    return median;
  }

  private static int degree(Graph graph, String id) {
    Snapshot snapshot = graph.snapshot(ReadTarget.main());
    return snapshot.edges("Follows").outgoing().degree(snapshot.nodes("Person").rowOf(id));
  }

  private static double perItem(String[] wanted, ToIntFunction<String> find) {
    long sum = 0;
    long begin = THREADS.getCurrentThreadCpuTime();
    for (String id : wanted) {
      sum += find.applyAsInt(id);
    }
    double nanos = (THREADS.getCurrentThreadCpuTime() - begin) / (double) wanted.length;
    return sum == 0 ? Double.NaN : nanos;
  }

  private static <T> T timed(String what, Supplier<T> work) {
    long begin = System.nanoTime();
    long beginCpu = THREADS.getCurrentThreadCpuTime();
    T result = work.get();
    System.out.printf(
        "%s: %.2f ms (%.2f ms of this thread's CPU)%n",
        what,
        (System.nanoTime() - begin) / 1e6,
        (THREADS.getCurrentThreadCpuTime() - beginCpu) / 1e6);
    return result;
  }

  private static <T> double millis(Supplier<T> work) {
    long begin = System.nanoTime();
    T _ = work.get();
    return (System.nanoTime() - begin) / 1e6;
  }

  private static long heap() {
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }

  private static Schema schema() {
    return SchemaCompiler.compile(new SourceText("social.pg", SocialGraph.SCHEMA))
        .schema()
        .orElseThrow();
  }

  private static FaultPoints none() {
    return FaultPoints.none();
  }

  private static void delete(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
