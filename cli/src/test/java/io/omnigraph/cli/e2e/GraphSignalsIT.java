package io.omnigraph.cli.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ctrl-C and SIGTERM while commands read or write a graph. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class GraphSignalsIT {

  private static final String GRAPH = "company-brain/graphs/knowledge.omni";
  private static final int MANY = 3_000;

  /** More than a pipe holds, so that its writer has to wait for the reader. */
  private static final int MORE_THAN_A_PIPE = 1 << 20;

  @TempDir private Path root;

  /** Absent until it is needed first. */
  private @Nullable Path grown;

  /** A graph of several states and fragments, made once and copied. */
  private GuideCluster graph(String name) throws IOException {
    Path directory = Files.createDirectories(root.resolve(name));
    Path source = grown;
    if (source == null) {
      source = Files.createTempDirectory("grown-cluster");
      GuideCluster cluster = GuideCluster.applied(source);
      cluster.write("../more.jsonl", people(0, MANY));
      cluster.write("../seed.jsonl", people(0, 2));
      cluster
          .launcher()
          .shell(
              "load --data more.jsonl %1$s && %2$s load --data seed.jsonl %1$s"
                  .formatted(GRAPH, Launcher.path("omnigraph")))
          .succeeds();
      grown = source;
    }
    DirectoryCopy.of(source, directory);
    return new GuideCluster(Launcher.in(directory));
  }

  @ParameterizedTest
  @CsvSource({
    "load --data seed.jsonl, graph.write.flushed, INT, 130",
    "load --data seed.jsonl, graph.write.commit_written, TERM, 143",
    "load --data seed.jsonl --branch new --from main, graph.write.ref_swapped, HUP, 129",
    "optimize, graph.optimize.written, TERM, 143",
    "optimize, graph.write.commit_written, INT, 130",
    "cleanup --keep 1 --grace 0s --confirm, graph.cleanup.planned, INT, 130",
    "cleanup --keep 1 --grace 0s --confirm, graph.cleanup.noted, TERM, 143",
    "cleanup --keep 1 --grace 0s --confirm, graph.cleanup.done, INT, 130"
  })
  void aWriterThatIsSignalledEndsItsWorkWhole(String command, String point, String signal, int code)
      throws Exception {
    GuideCluster cluster = graph(List.of(command.split(" ", -1)).getFirst() + "-" + point);

    try (SuspendedCommand suspended =
        SuspendedCommand.of(cluster.launcher(), command + " " + GRAPH, point)) {
      assertThat(suspended.endedBy(signal)).isEqualTo(code);
    }

    isSoundAndWhole(cluster, command);
  }

  @Test
  void aLoadThatIsSignalledWhileItReadsLeavesTheGraphAsItWas() throws Exception {
    GuideCluster cluster = graph("reading");
    List<String> before = files(cluster);
    Path err = cluster.launcher().directory().resolve("err");
    Process load =
        cluster
            .launcher()
            .start(
                "omnigraph",
                List.of("load", "--data", "-", GRAPH),
                cluster.launcher().directory().resolve("out"),
                err);

    try (OutputStream in = load.getOutputStream()) {
      byte[] piece = people(MANY, 2 * MANY).getBytes(UTF_8);
      for (int sent = 0; sent < MORE_THAN_A_PIPE; sent += piece.length) {
        in.write(piece);
      }
      kill("INT", load);
      while (load.isAlive()) {
        in.write(piece);
      }
    } catch (IOException _) {
      // It reads no more.
    }

    assertThat(load.waitFor()).as(Files.readString(err)).isEqualTo(130);
    assertThat(files(cluster)).isEqualTo(before);
    isSoundAndWhole(cluster, "load --data seed.jsonl");
  }

  @Test
  void anExportIntoAPipeThatNobodyReadsEndsAtOnce() throws Exception {
    GuideCluster cluster = graph("piped");
    Path directory = cluster.launcher().directory();
    Path pipe = directory.resolve("pipe");
    new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor();
    try (RandomAccessFile reader = new RandomAccessFile(pipe.toFile(), "rw")) {
      Process export =
          cluster
              .launcher()
              .start("omnigraph", List.of("export", GRAPH), pipe, directory.resolve("err"));
      assertThat(reader.read()).isEqualTo('{');
      kill("TERM", export);

      assertThat(export.waitFor()).isEqualTo(143);
    }
    isSoundAndWhole(cluster, "snapshot");
  }

  /** The same command again, a repair that finds nothing, and every row there. */
  private static void isSoundAndWhole(GuideCluster cluster, String command) throws IOException {
    String program = Launcher.path("omnigraph");
    Launched after =
        cluster
            .launcher()
            .shell(
                "%2$s %1$s >&2 && %3$s repair %1$s >&2 && %3$s export %1$s"
                    .formatted(GRAPH, command, program))
            .succeeds();
    assertThat(after.out().lines()).hasSize(MANY + 3);
    assertThat(after.err()).contains("no_drift").doesNotContain("preview:");
    assertThat(files(cluster)).noneMatch(name -> name.endsWith(".tmp"));
  }

  private static List<String> files(GuideCluster cluster) {
    return cluster.files("graphs/knowledge.omni");
  }

  private static void kill(String signal, Process process) throws Exception {
    new ProcessBuilder("kill", "-" + signal, String.valueOf(process.pid())).start().waitFor();
  }

  private static String people(int from, int to) {
    StringBuilder records = new StringBuilder();
    for (int i = from; i < to; i++) {
      records.append(
          "{\"type\":\"Person\",\"data\":{\"name\":\"p%d\",\"title\":\"%s\"}}\n"
              .formatted(i, "clerk ".repeat(20)));
    }
    return records.toString();
  }
}
