package io.omnigraph.cli.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** Output that cannot be written is a failure of every command, and work stays done. */
@EnabledIf("hasFullDevice")
final class OutputIT {

  private static final String FULL = "Error: the output cannot be written: ";

  @TempDir private Path directory;

  static boolean hasFullDevice() {
    return Files.exists(Path.of("/dev/full"));
  }

  @Test
  void whatCannotBePrintedIsDoneAndRecordedAllTheSame() {
    GuideCluster cluster = GuideCluster.laidOut(directory);

    assertFails(cluster, "cluster import --config company-brain --json > /dev/full");
    assertFails(cluster, "cluster apply --config company-brain --as kim > /dev/full");
    assertFails(cluster, "load --data seed.jsonl company-brain/graphs/knowledge.omni --json >&-");

    cluster.converges();
    Launched rows = shell(cluster, "export company-brain/graphs/knowledge.omni").succeeds();
    assertThat(rows.out().lines()).hasSize(3);
    for (String command :
        new String[] {
          "cluster plan --config company-brain --json > /dev/full",
          "cluster status --config company-brain >&-",
          "export company-brain/graphs/knowledge.omni > /dev/full",
          "snapshot company-brain/graphs/knowledge.omni --json > /dev/full",
          "schema show company-brain/graphs/knowledge.omni > /dev/full",
          "query -e 'query q() { match { $p: Person } return { $p.name } }'"
              + " company-brain/graphs/knowledge.omni > /dev/full",
          "--help > /dev/full",
          "--version >&-",
          "version > /dev/full"
        }) {
      assertFails(cluster, command);
    }
  }

  @Test
  void aReaderThatWentAwayIsNoError() {
    GuideCluster cluster = GuideCluster.applied(directory);

    Launched piped =
        shell(cluster, "export company-brain/graphs/knowledge.omni | true; exit ${PIPESTATUS[0]}");

    assertThat(piped.exitCode()).isEqualTo(141);
    assertThat(piped.err()).isEmpty();
  }

  private static void assertFails(GuideCluster cluster, String command) {
    Launched launched = shell(cluster, command).endsWith(1);
    assertThat(launched.err().lines()).as(command).singleElement().asString().startsWith(FULL);
  }

  private static Launched shell(GuideCluster cluster, String command) {
    return cluster.launcher().shell(command);
  }
}
