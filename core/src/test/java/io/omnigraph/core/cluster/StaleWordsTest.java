package io.omnigraph.core.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the ledger says, and what lies beside it, is of today. */
final class StaleWordsTest {

  private static final Instant NOW = Instant.parse("2026-06-11T09:30:00Z");

  @TempDir Path folder;

  @Test
  void whatAnApplyMadeIsThereInTheObservations() {
    TestCluster cluster = TestCluster.in(folder).importCluster();
    assertThat(cluster.state().at("/observations/graph.harbor/exists").asBoolean()).isFalse();

    cluster.apply();

    ObjectNode status = cluster.status();
    assertThat(status.at("/observations/graph.harbor/exists").asBoolean()).isTrue();
    assertThat(status.at("/observations/graph.harbor/last_applied/operation").asText())
        .isEqualTo("create");
  }

  @Test
  void whatARecoveryRecordedIsThereInTheObservations() {
    TestCluster cluster = TestCluster.in(folder).importCluster();
    cluster.failing(point -> {
      if (point.equals("cluster_apply.after_graph_create")) {
        throw new io.omnigraph.ground.fault.InjectedFault(point);
      }
    });
    cluster.apply();

    cluster.another().apply();

    assertThat(cluster.state().at("/observations/graph.harbor/exists").asBoolean()).isTrue();
  }

  @Test
  void theLastRevisionIsNotFollowedByANegativeOne() {
    TestCluster cluster = TestCluster.in(folder).converged();
    cluster.editState(state -> state.put("state_revision", Long.MAX_VALUE));
    cluster.withDrydock();
    String before = cluster.read(TestCluster.STATE);

    List<Function<TestCluster, ObjectNode>> commands =
        List.of(TestCluster::plan, TestCluster::apply, TestCluster::refresh);
    for (Function<TestCluster, ObjectNode> command : commands) {
      assertThat(TestCluster.codes(command.apply(cluster)))
          .containsExactly("state_revision_exhausted");
    }

    assertThat(cluster.read(TestCluster.STATE)).isEqualTo(before);
    assertThat(cluster.graph("drydock").exists()).isFalse();
    cluster.delete(TestCluster.STATE).importState();
    assertThat(cluster.apply().path("converged").asBoolean()).isTrue();
  }

  @Test
  void serversPickUpOnlyWhatChanged() {
    TestCluster cluster = TestCluster.in(folder).importCluster();
    String note = "note: running servers pick this up";

    assertThat(cluster.run(it -> it.apply(Optional.empty())).text()).contains(note);
    assertThat(cluster.run(it -> it.apply(Optional.empty())).text()).doesNotContain(note);
  }

  @Test
  void unfinishedWritesOfDeadProcessesGoAndThoseUnderWayStay() throws IOException {
    TestCluster cluster = TestCluster.in(folder).converged();
    List<String> places =
        List.of(
            "__cluster/recoveries/01J.json.tmp.8",
            "__cluster/approvals/01J.json.tmp.8",
            "__cluster/state.json.tmp.8",
            "__cluster/lock.json.tmp.8",
            "__cluster/resources/query/harbor/x/a.gq.tmp.8");
    for (Function<TestCluster, ObjectNode> command :
        List.<Function<TestCluster, ObjectNode>>of(
            TestCluster::apply,
            TestCluster::refresh,
            it -> it.delete(TestCluster.STATE).importState())) {
      for (String place : places) {
        write(cluster, place, Duration.ofMinutes(61));
        write(cluster, place + "1", Duration.ofMinutes(59));
      }
      write(cluster, "__cluster/resources/kept.txt", Duration.ofDays(9));

      assertThat(command.apply(cluster).path("ok").asBoolean()).isTrue();

      assertThat(cluster.files()).doesNotContainKeys(places.toArray(String[]::new));
      assertThat(cluster.files())
          .containsKeys(places.stream().map(it -> it + "1").toArray(String[]::new))
          .containsKey("__cluster/resources/kept.txt");
    }
  }

  private static void write(TestCluster cluster, String name, Duration age) throws IOException {
    cluster.write(name, "{");
    Path file = cluster.directory().resolve(name);
    Files.setLastModifiedTime(file, FileTime.from(NOW.minus(age)));
  }
}
