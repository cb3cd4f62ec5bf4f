package io.omnigraph.bench;

import io.omnigraph.graph.Graph;
import io.omnigraph.graph.GraphEngine;
import io.omnigraph.graph.World;
import io.omnigraph.graph.write.WriteOutcome;
import io.omnigraph.graph.write.WriteRequest;
import io.omnigraph.ground.fault.FaultPoints;
import io.omnigraph.ground.source.SourceText;
import io.omnigraph.ground.storage.DiskFlush;
import io.omnigraph.schema.SchemaCompiler;
import io.omnigraph.schema.catalog.Schema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Commits per second of one writer and of several on one branch, each commit one inserted node,
 * beside the rate at which the disk flushes a new file and the flushes that a commit takes.
 * Arguments: seconds of each phase (10), writers (8), a directory (a temporary one).
 */
public final class WritersBench {

  private static final AtomicLong FLUSHES = new AtomicLong();
  private static final GraphEngine ENGINE = countingFlushes();

  private WritersBench() {}

  /** Runs the benchmark. */
  public static void main(String[] arguments) throws Exception {
    int seconds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 10;
    int writers = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 8;
    Path directory =
        arguments.length > 2
            ? Files.createTempDirectory(Path.of(arguments[2]), "writers")
            : Files.createTempDirectory("writers");
    phase(directory.resolve("warm"), 1, Math.min(seconds, 3));
    double disk = flushesPerSecond(directory, Math.min(seconds, 3));
    System.out.printf("disk          %8.0f flushed new files/s%n", disk);
    double one = phase(directory.resolve("one"), 1, seconds);
    double again = flushesPerSecond(directory, Math.min(seconds, 3));
    double many = phase(directory.resolve("many"), writers, seconds);
    System.out.printf("disk again    %8.0f flushed new files/s%n", again);
    System.out.printf("%d writers to 1: %.2f times%n", writers, many / one);
    System.out.printf(
        "commits to flushed files of the disk: %.2f with 1, %.2f with %d%n",
        one / disk, many / again, writers);
  }

  private static GraphEngine countingFlushes() {
    World usual = World.of(System.getenv());
    DiskFlush counting =
        DiskFlush.through(path -> {
          FLUSHES.incrementAndGet();
          DiskFlush.force(path);
        });
    return BenchEngine.in(new World(usual.clock(), usual.ids(), usual.environment(), counting));
  }

  private static double phase(Path root, int writers, int seconds) throws InterruptedException {
    AtomicLong commits = new AtomicLong();
    FLUSHES.set(0);
    long end = System.nanoTime() + seconds * 1_000_000_000L;
    try (Graph graph =
        ENGINE.create(root.toString(), schema(), Optional.empty(), FaultPoints.none())) {
      List<Thread> threads = new ArrayList<>();
      for (int i = 0; i < writers; i++) {
        int writer = i;
        threads.add(Thread.ofPlatform().start(() -> write(graph, writer, end, commits)));
      }
      for (Thread thread : threads) {
        thread.join();
      }
    }
    double rate = commits.get() / (double) seconds;
    System.out.printf(
        "%2d writer(s)  %8.1f commits/s, %.2f flushes each%n",
        writers, rate, FLUSHES.get() / (double) commits.get());
    return rate;
  }

  private static void write(Graph graph, int writer, long end, AtomicLong commits) {
    WriteRequest request = new WriteRequest("main", "writer-" + writer, "mutate");
    for (int i = 0; System.nanoTime() < end; i++) {
      Map<String, Object> person =
          Map.of("handle", writer + "-" + i, "name", "n", "age", (long) i, "city", "c");
      WriteOutcome<String> outcome =
          graph.write(request, t -> t.upsertNode("Person", null, person));
      if (outcome instanceof WriteOutcome.Committed) {
        commits.incrementAndGet();
      }
    }
  }

  private static double flushesPerSecond(Path directory, int seconds) throws IOException {
    long end = System.nanoTime() + seconds * 1_000_000_000L;
    Path place = Files.createTempDirectory(directory, "flush");
    int count = 0;
    for (; System.nanoTime() < end; count++) {
      Path file = place.resolve("f" + count);
      Files.write(file, new byte[500]);
      DiskFlush.force(file);
    }
    return count / (double) seconds;
  }

  private static Schema schema() {
    return SchemaCompiler.compile(new SourceText("social.pg", SocialGraph.SCHEMA))
        .schema()
        .orElseThrow();
  }
}
