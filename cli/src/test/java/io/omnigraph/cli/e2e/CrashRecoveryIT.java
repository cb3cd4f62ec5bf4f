package io.omnigraph.cli.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Section 5 of the guide: a crash at any point is repaired by running apply again. */
final class CrashRecoveryIT {

  @TempDir private Path directory;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "cluster_apply.before_graph_create",
        "graph.create.claimed",
        "graph.create.schema_written",
        "graph.create.commit_written",
        "graph.create.ref_written",
        "cluster_apply.after_graph_create",
        "cluster_apply.after_payload",
        "cluster_apply.after_payload_phase",
        "cluster_apply.before_state_write",
        "cluster_apply.after_state_write"
      })
  void aCreateThatIsKilledConverges(String point) {
    GuideCluster cluster = GuideCluster.laidOut(directory);
    cluster.cluster("import").succeeds();

    killAt(cluster, point);

    cluster.unlock();
    cluster.converges();
    assertSettled(cluster);
    cluster.load();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "cluster_apply.before_schema_apply",
        "graph.schema.source_written",
        "graph.schema.commit_written",
        "graph.schema.ref_swapped",
        "cluster_apply.after_schema_apply",
        "cluster_apply.before_state_write",
        "cluster_apply.after_state_write"
      })
  void aSchemaApplyThatIsKilledConverges(String point) {
    GuideCluster cluster = GuideCluster.applied(directory);
    cluster.edit("people.pg", "title: String?", "title: String?\n  city: String?");

    killAt(cluster, point);

    cluster.unlock();
    cluster.converges();
    assertSettled(cluster);
    assertThat(
            cluster
                .launcher()
                .omnigraph("schema show ./company-brain/graphs/knowledge.omni")
                .succeeds()
                .out())
        .isEqualTo(cluster.read("people.pg"));
  }

  @Test
  void aSchemaApplyThatIsKilledBetweenTwoBranchesConverges() {
    GuideCluster cluster = GuideCluster.applied(directory);
    cluster
        .launcher()
        .omnigraph("branch create feature --uri ./company-brain/graphs/knowledge.omni")
        .succeeds();
    cluster.edit("people.pg", "title: String?", "title: String?\n  city: String?");

    killAt(cluster, "graph.schema.branch_carried");

    cluster.unlock();
    cluster.converges();
    assertSettled(cluster);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "cluster_apply.before_graph_delete",
        "cluster_apply.after_graph_delete",
        "cluster_apply.before_state_write",
        "cluster_apply.after_state_write",
        "cluster.after_sidecars_removed"
      })
  void aDeleteThatIsKilledConvergesUnderTheSameApproval(String point) {
    GuideCluster cluster = GuideCluster.laidOut(directory).addScratch();
    cluster.cluster("import").succeeds();
    cluster.converges();
    cluster.removeScratch();
    cluster.cluster("approve graph.scratch --as andrew").succeeds();

    killAt(cluster, point);

    cluster.unlock();
    cluster.converges();
    assertSettled(cluster);
    assertThat(cluster.graphRoot("scratch")).doesNotExist();
    assertThat(cluster.read("__cluster/state.json")).contains("\"approved_by\": \"andrew\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "graph.write.staged",
        "graph.write.flushed",
        "graph.write.commit_written",
      })
  void aLoadThatIsKilledLeavesNothingVisible(String point) {
    GuideCluster cluster = GuideCluster.applied(directory);
    cluster.write("../more.jsonl", "{\"type\":\"Person\",\"data\":{\"name\":\"Mary\"}}\n");
    String load = "load --data ./more.jsonl ./company-brain/graphs/knowledge.omni";

    cluster.withFault(point + "=kill").launcher().omnigraph(load).endsWith(137);

    String ask =
        "query ./company-brain/graphs/knowledge.omni --query ./company-brain/people.gq --params ";
    String mary = ask + "{\"name\":\"Mary\"} --json";
    assertThat(cluster.launcher().omnigraph(mary).succeeds().json().path("row_count").asInt())
        .isZero();
    cluster.launcher().omnigraph(load).succeeds();
    assertThat(cluster.launcher().omnigraph(mary).succeeds().json().path("row_count").asInt())
        .isEqualTo(1);
  }

  @Test
  void aHeldLockIsReleasedByItsExactIdOnly() {
    GuideCluster cluster = GuideCluster.applied(directory);
    cluster.edit("people.pg", "title: String?", "title: String?\n  city: String?");
    killAt(cluster, "cluster_apply.before_schema_apply");

    Launched status = cluster.cluster("status").succeeds();
    assertThat(status.out()).containsPattern("  lock: held \\(id=[0-9A-Z]{26}, operation=apply");
    assertThat(cluster.cluster("force-unlock 01ARZ3NDEKTSV4RRFFQ69G5FAV").endsWith(1).out())
        .contains("state_lock_id_mismatch");
    assertThat(cluster.cluster("plan").succeeds().out()).contains("force-unlock ");
    assertThat(cluster.cluster("apply").endsWith(1).out()).contains("state_lock_held");
    cluster.unlock();

    assertThat(cluster.cluster("status").succeeds().out()).contains("  lock: not held");
  }

  @Test
  void aLostLedgerIsRebuiltFromWhatIsThere() throws IOException {
    GuideCluster cluster = GuideCluster.applied(directory);
    List<String> blobs = cluster.files("__cluster/resources");
    Files.delete(cluster.file("__cluster/state.json"));

    assertThat(cluster.cluster("apply").endsWith(1).out())
        .contains("state_missing")
        .contains("cluster import");
    JsonNode imported = cluster.clusterJson("import").succeeds().json();
    assertThat(imported.at("/resource_statuses/graph.knowledge/status").asText())
        .isEqualTo("applied");
    cluster.converges();

    assertThat(cluster.files("__cluster/resources")).isEqualTo(blobs);
    try (RunningServer server = cluster.serve()) {
      assertThat(server.invoke("find_person", "{\"params\":{\"name\":\"Ada\"}}").column("p.title"))
          .containsExactly("Countess");
    }
  }

  @Test
  void aCorruptedLedgerIsRebuiltAndItsBytesAreKept() {
    GuideCluster cluster = GuideCluster.applied(directory);
    cluster.write("__cluster/state.json", "{ \"version\": 1, ");

    assertThat(cluster.cluster("apply").endsWith(1).out()).contains("invalid_state_json");
    cluster.cluster("import").succeeds();
    cluster.converges();

    assertThat(cluster.files("__cluster"))
        .anyMatch(name -> name.matches("state\\.json\\.corrupt\\.[0-9A-Z]{26}"));
    assertSettled(cluster);
  }

  private static void killAt(GuideCluster cluster, String point) {
    SuspendedApply.at(cluster, point).close();
  }

  private static void assertSettled(GuideCluster cluster) {
    assertThat(cluster.files("__cluster/recoveries")).isEmpty();
    JsonNode plan = cluster.clusterJson("plan").succeeds().json();
    assertThat(plan.path("changes")).isEmpty();
    assertThat(plan.path("diagnostics")).isEmpty();
  }
}
