package io.omnigraph.bench;

import io.omnigraph.graph.Graph;
import io.omnigraph.graph.maintenance.CleanupRequest;
import io.omnigraph.graph.maintenance.RepairMode;
import io.omnigraph.graph.maintenance.RepairReport;
import io.omnigraph.graph.snapshot.EdgeTable;
import io.omnigraph.graph.snapshot.NodeTable;
import io.omnigraph.graph.snapshot.ReadTarget;
import io.omnigraph.graph.snapshot.Snapshot;
import io.omnigraph.graph.write.Transaction;
import io.omnigraph.graph.write.WriteOutcome;
import io.omnigraph.graph.write.WriteRequest;
import io.omnigraph.ground.fault.FaultPoints;
import io.omnigraph.ground.source.SourceText;
import io.omnigraph.schema.SchemaCompiler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * Several processes write to one graph, optimize it and clean it up, and are killed at random and
 * started again, all the time. At the end no acknowledged write may be lost, none may be there by
 * half, every head must be readable, and repair may find nothing. Arguments: seconds (60),
 * processes (4), seed (1). Ends with exit code 1 when something is wrong.
 */
public final class ChaosBench {

  private static final String WRITER = "writer";
  private static final int OPTIMIZE_EVERY = 6;
  private static final int CLEAN_EVERY = 4;
  private static final CleanupRequest KEEP_TWO =
      new CleanupRequest(2, null, CleanupRequest.USUAL_GRACE);

  private ChaosBench() {}

  /** Runs the storm, or one of its writers. */
  public static void main(String[] arguments) throws Exception {
    if (arguments.length > 0 && arguments[0].equals(WRITER)) {
      write(arguments[1], arguments[2]);
      return;
    }
    int seconds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 60;
    int processes = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 4;
    long seed = arguments.length > 2 ? Long.parseLong(arguments[2]) : 1;
    Path directory = Files.createTempDirectory("chaos");
    String root = directory.resolve("chaos.omni").toString();
    BenchEngine.SHARED
        .create(
            root,
            SchemaCompiler.compile(new SourceText("social.pg", SocialGraph.SCHEMA))
                .schema()
                .orElseThrow(),
            Optional.empty(),
            FaultPoints.none())
        .close();
    int kills = storm(directory, root, processes, seconds, new SplittableRandom(seed));
    System.out.printf(
        "seed %d, %d processes, %d seconds, %d kills%n", seed, processes, seconds, kills);
    if (!isSound(directory, root)) {
      System.exit(1);
    }
  }

  private static int storm(
      Path directory, String root, int processes, int seconds, SplittableRandom random)
      throws IOException, InterruptedException {
    List<Process> running = new ArrayList<>();
    int started = 0;
    int kills = 0;
    for (int i = 0; i < processes; i++) {
      running.add(start(directory, root, started++));
    }
    long end = System.nanoTime() + seconds * 1_000_000_000L;
    while (System.nanoTime() < end) {
      Thread.sleep(random.nextInt(500, 5000));
      int victim = random.nextInt(processes);
      Process killed = running.get(victim);
      if (killed.isAlive()) {
        kills++;
      }
      killed.destroyForcibly().waitFor();
      running.set(victim, start(directory, root, started++));
    }
    for (Process process : running) {
      process.destroyForcibly().waitFor();
    }
    return kills + processes;
  }

  private static Process start(Path directory, String root, int number) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--add-opens=java.base/java.nio=ALL-UNNAMED",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-XX:TieredStopAtLevel=1",
            "-Xmx256m",
            "-cp",
            System.getProperty("java.class.path"),
            ChaosBench.class.getName(),
            WRITER,
            root,
            directory.resolve("acknowledged-" + number).toString())
        .redirectErrorStream(true)
        .redirectOutput(directory.resolve("output-" + number).toFile())
        .start();
  }

  /** Writes two people and an edge at a time, and notes each pair once it is acknowledged. */
  private static void write(String root, String notes) throws IOException {
    String own = Path.of(notes).getFileName().toString();
    Path file = Path.of(notes);
    try (Graph graph = BenchEngine.SHARED.open(root, FaultPoints.none())) {
      for (int i = 0; true; i++) {
        String pair = own + "-" + i;
        WriteOutcome<String> outcome =
            graph.write(new WriteRequest("main", own, "mutate"), t -> pair(t, pair));
        if (outcome instanceof WriteOutcome.Committed) {
          Files.writeString(
              file, pair + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        }
        if (i % OPTIMIZE_EVERY == OPTIMIZE_EVERY - 1) {
          graph.maintenance().optimize();
        }
        if (i % CLEAN_EVERY == CLEAN_EVERY - 1) {
          graph.maintenance().cleanup(KEEP_TWO);
        }
      }
    }
  }

  private static String pair(Transaction t, String pair) {
    for (String end : List.of("a", "b")) {
      t.upsertNode(
          "Person", null, Map.of("handle", pair + end, "name", "n", "age", 1L, "city", "c"));
    }
    return t.upsertEdge("Follows", null, pair + "a", pair + "b", Map.of("since", 1L));
  }

  private static boolean isSound(Path directory, String root) throws IOException {
    Set<String> acknowledged = new HashSet<>();
    try (Stream<Path> files = Files.list(directory)) {
      for (Path file : files.filter(f -> f.toString().contains("acknowledged-")).toList()) {
        acknowledged.addAll(Files.readAllLines(file));
      }
    }
    try (Graph graph = BenchEngine.SHARED.open(root, FaultPoints.none())) {
      List<RepairReport.Finding> findings =
          graph.maintenance().repair(RepairMode.PREVIEW).findings();
      long unreadable =
          findings.stream().filter(finding -> finding.subject().startsWith("branch ")).count();
      long optimizes =
          graph.history("main").stream().filter(c -> c.operation().equals("optimize")).count();
      System.out.printf(
          "%d optimizes, %d cleanups; %d unreadable heads%n",
          optimizes, cleanups(root), unreadable);
      Snapshot snapshot = graph.snapshot(ReadTarget.main());
      NodeTable people = snapshot.nodes("Person");
      EdgeTable follows = snapshot.edges("Follows");
      long lost =
          acknowledged.stream()
              .filter(pair -> people.rowOf(pair + "a") < 0 || people.rowOf(pair + "b") < 0)
              .count();
      boolean isTorn = people.liveCount() != 2 * follows.liveCount();
      int commits = graph.history("main").size();
      System.out.printf(
          "%d writes acknowledged, %d lost; %d pairs in the graph%s; %d commits; repair finds %d%n",
          acknowledged.size(),
          lost,
          follows.liveCount(),
          isTorn ? ", TORN" : ", none torn",
          commits,
          findings.size());
      return lost == 0 && !isTorn && findings.isEmpty();
    }
  }

  private static long cleanups(String root) throws IOException {
    Path notes = Path.of(root, "cleanups");
    if (!Files.exists(notes)) {
      return 0;
    }
    try (Stream<Path> files = Files.list(notes)) {
      return files.filter(file -> file.toString().endsWith(".json")).count();
    }
  }
}
