package io.omnigraph.cli.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Section 5 of the guide through the launchers: a process that is killed leaves its lock, and apply
 * repairs what it left. One kill for each operation, at the point where most is half done; every
 * other point is covered in one process by {@link CrashStatesTest}.
 */
final class CrashRecoveryIT {

  @TempDir private Path directory;

  @Test
  void aCreateThatIsKilledConverges() {
    GuideCluster cluster = GuideCluster.laidOut(directory);
    cluster.cluster("import").succeeds();

    killAt(cluster, "graph.create.commit_written");

    cluster.unlock();
    cluster.converges();
    assertSettled(cluster);
    cluster.load();
  }

  @Test
  void aSchemaApplyThatIsKilledLeavesItsLockAndConvergesOnceThatIsReleasedByItsExactId() {
    GuideCluster cluster = GuideCluster.applied(directory);
    cluster.edit("people.pg", "title: String?", "title: String?\n  city: String?");

    killAt(cluster, "graph.schema.commit_written");

    Launched status = cluster.cluster("status").succeeds();
    assertThat(status.out()).containsPattern("  lock: held \\(id=[0-9A-Z]{26}, operation=apply");
    assertThat(cluster.cluster("force-unlock 01ARZ3NDEKTSV4RRFFQ69G5FAV").endsWith(1).out())
        .contains("state_lock_id_mismatch");
    assertThat(cluster.cluster("plan").succeeds().out()).contains("force-unlock ");
    assertThat(cluster.cluster("apply").endsWith(1).out()).contains("state_lock_held");
    cluster.unlock();
    assertThat(cluster.cluster("status").succeeds().out()).contains("  lock: not held");
    cluster.converges();
    assertSettled(cluster);
  }

  @Test
  void aDeleteThatIsKilledConvergesUnderTheSameApproval() {
    GuideCluster cluster = GuideCluster.laidOut(directory).addScratch();
    cluster.cluster("import").succeeds();
    cluster.converges();
    cluster.removeScratch();
    cluster.cluster("approve graph.scratch --as andrew").succeeds();

    killAt(cluster, "cluster_apply.after_graph_delete");

    cluster.unlock();
    cluster.converges();
    assertSettled(cluster);
    assertThat(cluster.graphRoot("scratch")).doesNotExist();
    assertThat(cluster.read("__cluster/state.json")).contains("\"approved_by\": \"andrew\"");
  }

  @Test
  void aLoadThatIsKilledLeavesNothingVisible() {
    GuideCluster cluster = GuideCluster.applied(directory);
    cluster.write("../more.jsonl", "{\"type\":\"Person\",\"data\":{\"name\":\"Mary\"}}\n");
    String load = "load --data ./more.jsonl ./company-brain/graphs/knowledge.omni";

    cluster.withFault("graph.write.commit_written=kill").launcher().omnigraph(load).endsWith(137);

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

  private static void killAt(GuideCluster cluster, String point) {
    SuspendedCommand.apply(cluster, point).close();
  }

  private static void assertSettled(GuideCluster cluster) {
    assertThat(cluster.files("__cluster/recoveries")).isEmpty();
    JsonNode plan = cluster.clusterJson("plan").succeeds().json();
    assertThat(plan.path("changes")).isEmpty();
    assertThat(plan.path("diagnostics")).isEmpty();
  }
}
