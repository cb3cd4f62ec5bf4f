package io.omnigraph.cli.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ctrl-C and SIGTERM at the points that an apply passes. */
final class SignalsIT {

  @TempDir private Path directory;

  @ParameterizedTest
  @CsvSource({
    "cluster.lock_taken, INT, 130",
    "cluster_apply.before_graph_create, TERM, 143",
    "graph.create.schema_written, INT, 130",
    "cluster_apply.after_graph_create, HUP, 129",
    "cluster_apply.after_payload, TERM, 143",
    "cluster_apply.before_state_write, INT, 130",
    "cluster.before_unlock, TERM, 143"
  })
  void anApplyThatIsSignalledGivesTheLockBackAndTheNextOneConverges(
      String point, String signal, int code) throws Exception {
    GuideCluster cluster = GuideCluster.laidOut(directory);
    cluster.cluster("import").succeeds();

    try (SuspendedCommand apply = SuspendedCommand.apply(cluster, point)) {
      assertThat(apply.endedBy(signal)).isEqualTo(code);
    }

    assertThat(Files.exists(cluster.directory().resolve("__cluster/lock.json"))).isFalse();
    cluster.converges();
  }
}
