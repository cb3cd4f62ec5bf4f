package io.omnigraph.core.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.omnigraph.core.report.Report;
import io.omnigraph.ground.Digest;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** A lock that cannot be understood names its remedy, and the remedy works. */
final class BrokenLockTest {

  @TempDir Path folder;

  record Broken(String name, String content, String code) {

    @Override
    public String toString() {
      return name;
    }
  }

  static final List<Broken> LOCKS =
      List.of(
          new Broken("empty", "", "invalid_state_lock"),
          new Broken("half written", "{\"version\": 1, \"lock", "invalid_state_lock"),
          new Broken("no object", "[1]", "invalid_state_lock"),
          new Broken("foreign text", "locked by hand\n", "invalid_state_lock"),
          new Broken("foreign object", "{\"owner\":\"kei\"}", "invalid_state_lock"),
          new Broken(
              "field more",
              "{\"version\":1,\"lock_id\":\"a\",\"operation\":\"apply\",\"created_at\":\"b\",\"pid\":1,\"x\":1}",
              "invalid_state_lock"),
          new Broken(
              "future", "{\"version\":2,\"lock_id\":\"01J\"}", "unsupported_state_lock_version"));

  @ParameterizedTest
  @FieldSource("LOCKS")
  void itIsRemovedByTheIdThatEveryCommandNames(Broken lock) {
    TestCluster cluster = TestCluster.in(folder).importCluster();
    cluster.write(TestCluster.LOCK, lock.content());
    String id = "sha256:" + Digest.of(lock.content());
    String way = "run `cluster force-unlock " + id + "`";

    Report status = cluster.run(Cluster::status);
    assertThat(status.text()).contains("lock: broken (id=" + id + ")", way).doesNotContain("held");
    assertThat(status.json().at("/state_observations/lock_id").asText()).isEqualTo(id);
    assertThat(TestCluster.codes(status.json())).containsExactly(lock.code());
    assertThat(cluster.run(Cluster::plan).isOk()).isTrue();
    assertThat(cluster.run(Cluster::plan).text()).contains(way);
    for (ObjectNode refused :
        List.of(cluster.apply(), cluster.refresh(), cluster.forceUnlock("01J"))) {
      assertThat(refused.path("ok").asBoolean()).isFalse();
      assertThat(refused.at("/diagnostics/0/message").asText()).endsWith(way);
    }
    assertThat(cluster.read(TestCluster.LOCK)).isEqualTo(lock.content());

    Report unlocked = cluster.run(it -> it.forceUnlock(id));

    assertThat(unlocked.text()).isEqualTo("cluster force-unlock: removed lock (id=" + id + ")\n");
    assertThat(cluster.has(TestCluster.LOCK)).isFalse();
    assertThat(cluster.apply().path("converged").asBoolean()).isTrue();
  }

  @Test
  void theIdOfOtherBytesRemovesNothing() {
    TestCluster cluster = TestCluster.in(folder).importCluster().write(TestCluster.LOCK, "{");

    ObjectNode report = cluster.forceUnlock("sha256:" + Digest.of("["));

    assertThat(TestCluster.codes(report)).containsExactly("invalid_state_lock");
    assertThat(cluster.read(TestCluster.LOCK)).isEqualTo("{");
  }

  @Test
  void ofALockThatCannotBeReadNobodySaysThatItIsHeld() {
    TestCluster cluster = TestCluster.in(folder).importCluster();
    cluster.write(TestCluster.LOCK + "/inside", "");

    Report status = cluster.run(Cluster::status);

    assertThat(status.text()).contains("lock: unknown (it cannot be read)").doesNotContain("held");
    assertThat(TestCluster.codes(status.json())).containsExactly("state_lock_read_error");
    for (Report report :
        List.of(
            status,
            cluster.run(Cluster::plan),
            cluster.run(it -> it.apply(Optional.empty())),
            cluster.run(it -> it.forceUnlock("x")))) {
      assertThat(report.json().at("/diagnostics/0/message").asText())
          .endsWith(
              "make the lock readable, or if it is no file, remove it once nobody is at work");
    }
  }

  @Test
  void aPlanTakesNoLockAndWritesNothing() {
    TestCluster cluster = TestCluster.in(folder).importCluster();
    Map<String, String> before = cluster.files();
    cluster.failing(point -> {
      throw new AssertionError("a plan passed " + point);
    });

    ObjectNode plan = cluster.plan();

    assertThat(cluster.files()).isEqualTo(before);
    assertThat(plan.at("/state_observations/authority").asText()).isEqualTo("observed");
    assertThat(plan.at("/state_observations/lock_acquired").asBoolean()).isFalse();
    assertThat(TestCluster.changes(plan)).contains("create graph.harbor applied");
  }
}
