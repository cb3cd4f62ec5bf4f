package io.omnigraph.cli.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A cluster whose ledger, catalog and graphs are in S3. */
final class ObjectStoreIT {

  private static final String GRAPH = "s3://" + ObjectStore.BUCKET + "/brain/graphs/knowledge.omni";

  private static final int SHIPS = 10;

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

  @Test
  void cleanupsBesideWritersInABucketLoseNothing() throws Exception {
    try (ObjectStore store = ObjectStore.start()) {
      Launcher launcher = store.knownTo(Launcher.in(directory));
      String graph = "s3://" + ObjectStore.BUCKET + "/fleet.omni";
      Files.writeString(directory.resolve("fleet.pg"), "node Ship { name: String @key }\n");
      launcher.omnigraph("init --schema ./fleet.pg " + graph).succeeds();

      CompletableFuture<Void> writes = CompletableFuture.runAsync(() -> write(launcher, graph));
      int cleanups = 0;
      while (!writes.isDone() || cleanups == 0) {
        launcher.omnigraph("cleanup " + graph + " --keep 1 --grace 0s --confirm").succeeds();
        cleanups++;
      }
      writes.get();

      assertThat(
              launcher.omnigraph("repair " + graph + " --json").succeeds().json().path("findings"))
          .isEmpty();
      assertThat(launcher.omnigraph("export " + graph).succeeds().out().lines()).hasSize(SHIPS);
      assertThat(launcher.omnigraph("export " + graph + " --branch twig").succeeds().out().lines())
          .hasSize(SHIPS / 2);
    }
  }

  /** Loads one ship after the other, and puts a branch and a tag on the way. */
  private void write(Launcher launcher, String graph) {
    for (int i = 0; i < SHIPS; i++) {
      if (i == SHIPS / 2) {
        launcher.omnigraph("branch create twig --uri " + graph).succeeds();
        launcher.omnigraph("tag create half --uri " + graph).succeeds();
      }
      try {
        Files.writeString(
            directory.resolve("ship.jsonl"),
            "{\"type\":\"Ship\",\"data\":{\"name\":\"ship%d\"}}\n".formatted(i));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      launcher.omnigraph("load --mode append --data ./ship.jsonl " + graph).succeeds();
    }
  }
}
