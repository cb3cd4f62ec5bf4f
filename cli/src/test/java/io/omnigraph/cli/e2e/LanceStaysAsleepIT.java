package io.omnigraph.cli.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands that touch no graph do not load the library of the graph engine. */
final class LanceStaysAsleepIT {

  @TempDir private Path directory;

  @Test
  void commandsThatTouchNoGraphDoNotLoadIt() throws IOException {
    GuideCluster cluster = GuideCluster.applied(directory);

    assertThat(lanceClassesOf(cluster, "version")).isZero();
    assertThat(lanceClassesOf(cluster, "cluster validate --config ./company-brain")).isZero();
    assertThat(lanceClassesOf(cluster, "cluster status --config ./company-brain")).isZero();
    assertThat(
            lanceClassesOf(
                cluster, "load --data ./seed.jsonl ./company-brain/graphs/knowledge.omni"))
        .isPositive();
  }

  private long lanceClassesOf(GuideCluster cluster, String command) throws IOException {
    Path log = directory.resolve("classes.log");
    Files.deleteIfExists(log);
    cluster
        .launcher()
        .with("OMNIGRAPH_JVM_OPTIONS", "-Xlog:class+load:file=" + log)
        .omnigraph(command)
        .succeeds();
    try (var lines = Files.lines(log)) {
      return lines.filter(line -> line.contains("org.lance.")).count();
    }
  }
}
