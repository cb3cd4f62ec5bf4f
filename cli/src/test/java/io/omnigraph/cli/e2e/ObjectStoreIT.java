package io.omnigraph.cli.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A cluster whose ledger, catalog and graphs are in S3. */
final class ObjectStoreIT {

  private static final String GRAPH = "s3://" + ObjectStore.BUCKET + "/brain/graphs/knowledge.omni";

  @TempDir private Path directory;

  @Test
  void aClusterLivesInABucket() throws Exception {
    try (ObjectStore store = ObjectStore.start()) {
      GuideCluster local = GuideCluster.laidOut(directory);
      GuideCluster cluster = new GuideCluster(store.knownTo(local.launcher()));
      cluster.edit(
          "cluster.yaml", "metadata:", "storage: s3://" + ObjectStore.BUCKET + "/brain\nmetadata:");
      cluster.cluster("import").succeeds();
      cluster.converges();
      String load = "load --data ./seed.jsonl " + GRAPH;
      assertThat(cluster.launcher().omnigraph(load).succeeds().out()).contains("2 nodes");
      assertThat(cluster.cluster("apply --as andrew").succeeds().out()).contains("no changes");
      assertThat(cluster.files(".")).noneMatch(name -> name.startsWith("__cluster"));
      for (String source : new String[] {"./company-brain", "s3://harbor/brain"}) {
        try (RunningServer server = RunningServer.start(cluster.launcher(), source)) {
          assertThat(
                  server.invoke("find_person", "{\"params\":{\"name\":\"Ada\"}}").column("p.title"))
              .containsExactly("Countess");
        }
      }
      cluster.edit("people.pg", "title: String?", "title: String?\n  city: String?");
      assertThat(cluster.converges().out()).contains("Update schema.knowledge [Applied]");
      assertThat(cluster.launcher().omnigraph("snapshot " + GRAPH).succeeds().out())
          .contains("node:Person");
    }
  }
}
