package io.omnigraph.cli.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Replicas, pipelines, and the operator's own settings. */
final class DeploymentPatternsIT {

  private static final String ADA = "{\"params\":{\"name\":\"Ada\"}}";

  @TempDir private Path directory;

  @Test
  void replicasServeTheOldRevisionWhileAnApplyRunsAndTheNewOneAfterARestart() {
    GuideCluster cluster = GuideCluster.applied(directory);
    try (RunningServer one = cluster.serve();
        RunningServer two = cluster.serve()) {
      cluster.edit("people.gq", "$p.title }", "$p.title as position }");

      try (var _ = SuspendedCommand.apply(cluster, "cluster_apply.after_payload_phase")) {
        assertServesTheOldRevision(one);
        assertServesTheOldRevision(two);
        cluster.serve().close();
      }
      cluster.unlock();
      cluster.converges();

      assertServesTheOldRevision(one);
      assertServesTheOldRevision(two);
      assertThat(one.stop()).isZero();
      assertThat(two.stop()).isZero();
    }
    try (RunningServer three = cluster.serve()) {
      assertThat(three.invoke("find_person", ADA).column("position")).containsExactly("Countess");
    }
  }

  @Test
  void whatOneReplicaWritesTheOtherReads() {
    GuideCluster cluster = GuideCluster.applied(directory);
    String insert =
        """
        {"query": "query add() { insert Person { name: \\"Mary\\", title: \\"Author\\" } }"}\
        """;
    try (RunningServer one = cluster.serve();
        RunningServer two = cluster.serve()) {
      assertThat(one.post("s3cret", "/graphs/knowledge/mutate", insert).status()).isEqualTo(403);
      assertThat(one.post("sh4red", "/graphs/knowledge/mutate", insert).status()).isEqualTo(200);

      assertThat(two.invoke("find_person", "{\"params\":{\"name\":\"Mary\"}}").column("p.title"))
          .containsExactly("Author");
    }
  }

  @Test
  void validatingAndPlanningChangeNothingOnDisk() {
    GuideCluster cluster = GuideCluster.applied(directory);
    cluster.edit("people.pg", "title: String?", "title: String?\n  city: String?");
    SortedMap<String, Integer> before = cluster.fingerprint();

    cluster.cluster("validate").succeeds();
    assertThat(cluster.clusterJson("plan").succeeds().json().path("changes")).hasSize(2);
    cluster.cluster("status").succeeds();

    assertThat(cluster.fingerprint()).isEqualTo(before);
  }

  @Test
  void aTargetOfTheOperatorsOwnFileCanBeLoaded() {
    GuideCluster cluster = GuideCluster.laidOut(directory);
    cluster.cluster("import").succeeds();
    cluster.converges();
    cluster.write(
        "../omnigraph.yaml",
        """
        graphs:
          knowledge:
            uri: ./company-brain/graphs/knowledge.omni
        cli: { actor: bea }
        """);

    Launched load = cluster.launcher().omnigraph("load --data ./seed.jsonl --target knowledge");

    assertThat(load.succeeds().out()).contains("2 nodes across 1 node type");
  }

  @Test
  void twoAppliesAtOnceDoNotHarmEachOther() throws Exception {
    GuideCluster cluster = GuideCluster.applied(directory);
    cluster.edit("people.pg", "title: String?", "title: String?\n  city: String?");
    var arguments =
        java.util.List.of("cluster", "apply", "--config", "./company-brain", "--as", "twin");

    Process one = cluster.launcher().start("omnigraph", arguments, scratch("1o"), scratch("1e"));
    Process two = cluster.launcher().start("omnigraph", arguments, scratch("2o"), scratch("2e"));

    assertThat(java.util.Set.of(one.waitFor() + two.waitFor())).isSubsetOf(0, 1);
    cluster.converges();
    assertThat(cluster.clusterJson("plan").json().path("changes")).isEmpty();
  }

  private static void assertServesTheOldRevision(RunningServer server) {
    assertThat(server.invoke("find_person", ADA).column("p.title")).containsExactly("Countess");
  }

  private Path scratch(String name) {
    return directory.resolve(name + ".txt");
  }
}
