package io.omnigraph.core.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.omnigraph.core.cluster.CrashTest.Crash;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Every command is asked to stop at each point that it passes, one after the other. */
final class StopTest {

  private static final String INTERRUPTED = "interrupted";

  /** The commands that die in the other test. */
  static final List<Crash> COMMANDS = CrashTest.CRASHES;

  @TempDir private Path folder;

  @ParameterizedTest
  @FieldSource("COMMANDS")
  void aCommandThatIsAskedToStopGivesTheLockBackAndTheNextApplyConverges(Crash command) {
    StoppingAt noting = StoppingAt.never();
    run(command, given(command, "whole"), noting);

    for (int step = 0; step < noting.points(); step++) {
      String point = command + " at step " + step;
      TestCluster cluster = given(command, "step-" + step);
      boolean wasClean = cluster.sidecars().isEmpty();

      ObjectNode report = run(command, cluster, StoppingAt.step(step));

      assertThat(cluster.has(TestCluster.LOCK)).as(point).isFalse();
      assertThat(TestCluster.codes(report)).as(point).doesNotContain("injected_failpoint");
      assertThat(report.path("ok").asBoolean())
          .as(point)
          .isEqualTo(!TestCluster.codes(report).contains(INTERRUPTED));
      if (wasClean) {
        assertThat(cluster.sidecars()).as(point).isEmpty();
      }
      TestCluster restarted = cluster.another();
      command.repair().accept(restarted);
      assertThat(restarted.apply().path("converged").asBoolean()).as(point).isTrue();
      CrashTest.assertConverged(restarted, point);
    }
  }

  @Test
  void anApplyRecordsWhatItHasDoneAndHoldsTheRestBack() {
    TestCluster cluster = TestCluster.in(folder).withDrydock();
    cluster.importState();

    ObjectNode report = run(cluster, StoppingAt.point("cluster_apply.after_graph_create"));

    assertThat(TestCluster.codes(report)).contains(INTERRUPTED);
    assertThat(report.path("state_written").asBoolean()).isTrue();
    assertThat(report.path("converged").asBoolean()).isFalse();
    assertThat(disposition(report, "graph.drydock")).isEqualTo("applied");
    assertThat(disposition(report, "graph.harbor")).isEqualTo("blocked " + INTERRUPTED);
    assertThat(disposition(report, "policy.ops")).isEqualTo("blocked " + INTERRUPTED);
    JsonNode recorded = cluster.state().path("applied_revision").path("resources");
    assertThat(recorded.has("graph.drydock")).isTrue();
    assertThat(recorded.has("graph.harbor")).isFalse();
    assertThat(cluster.state().path("resource_statuses").has("policy.ops")).isFalse();
  }

  private static String disposition(ObjectNode report, String address) {
    for (JsonNode change : report.path("changes")) {
      if (change.path("resource").asText().equals(address)) {
        return (change.path("disposition").asText() + " " + change.path("reason").asText(""))
            .strip();
      }
    }
    return "unchanged";
  }

  private static ObjectNode run(Crash command, TestCluster cluster, StoppingAt stop) {
    return command.command().apply(cluster.failing(stop).stoppedBy(stop));
  }

  private static ObjectNode run(TestCluster cluster, StoppingAt stop) {
    return cluster.failing(stop).stoppedBy(stop).apply();
  }

  private TestCluster given(Crash command, String name) {
    TestCluster cluster = TestCluster.in(folder.resolve(name));
    command.given().accept(cluster);
    return cluster.another();
  }
}
