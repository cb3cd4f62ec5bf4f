package io.omnigraph.graph;

import static org.assertj.core.api.Assertions.assertThat;

import io.omnigraph.graph.maintenance.RepairMode;
import io.omnigraph.graph.snapshot.NodeTable;
import io.omnigraph.graph.snapshot.ReadTarget;
import io.omnigraph.graph.snapshot.Snapshot;
import io.omnigraph.ground.fault.FaultPoints;
import io.omnigraph.store.TestSchemas;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The short form of the benchmark {@code Chaos}. */
class KilledWritersTest {

  private static final int PROCESSES = 3;
  private static final long SEED = 5;

  @TempDir Path directory;

  @Test
  void noAcknowledgedWriteOfAKilledProcessIsLost() throws IOException, InterruptedException {
    String root = directory.resolve("people.omni").toString();
    Graphs.create(root, TestSchemas.people(), Optional.empty(), FaultPoints.none()).close();
    SplittableRandom random = new SplittableRandom(SEED);
    List<Process> writers = new ArrayList<>();
    for (int i = 0; i < PROCESSES; i++) {
      writers.add(start(root, "w" + i + "-"));
    }
    List<String> acknowledged = new ArrayList<>();
    for (Process writer : writers) {
      acknowledged.addAll(killAfter(writer, random.nextInt(2, 12)));
    }

    System.out.printf(
        "%d writers killed, %d writes acknowledged%n", PROCESSES, acknowledged.size());
    try (Graph graph = Graphs.open(root, FaultPoints.none())) {
      Snapshot snapshot = graph.snapshot(ReadTarget.main());
      NodeTable people = snapshot.nodes("Person");
      assertThat(acknowledged)
          .allMatch(pair -> people.rowOf(pair + "a") >= 0 && people.rowOf(pair + "b") >= 0);
      assertThat(people.liveCount()).isEqualTo(2 * snapshot.edges("Knows").liveCount());
      assertThat(graph.maintenance().repair(RepairMode.PREVIEW).findings()).isEmpty();
      assertThat(graph.history("main").stream().filter(c -> c.operation().equals("mutate")))
          .hasSize(snapshot.edges("Knows").liveCount());
    }
  }

  /** Reads acknowledgements, kills the process in the middle of its work, and reads the rest. */
  private static List<String> killAfter(Process writer, int count)
      throws IOException, InterruptedException {
    List<String> acknowledged = new ArrayList<>();
    try (BufferedReader lines = writer.inputReader()) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        acknowledged.add(line);
        if (acknowledged.size() == count) {
          // The handle leaves the streams open, so that what was acknowledged can be read to its
          // end.
          assertThat(writer.toHandle().destroyForcibly()).isTrue();
        }
      }
    }
    assertThat(writer.waitFor()).isNotZero();
    assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(count);
    return acknowledged;
  }

  private static Process start(String root, String name) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--add-opens=java.base/java.nio=ALL-UNNAMED",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            PairWriter.class.getName(),
            root,
            name)
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }
}
