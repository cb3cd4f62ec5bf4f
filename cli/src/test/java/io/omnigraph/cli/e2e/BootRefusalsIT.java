package io.omnigraph.cli.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The guide's table of boot errors: each is met, and its remedy is carried out. */
final class BootRefusalsIT {

  @TempDir private Path directory;

  @Test
  void withoutALedger() {
    GuideCluster cluster = GuideCluster.laidOut(directory);

    assertRefused(cluster, "[cluster_state_missing]", "cluster import");

    cluster.cluster("import").succeeds();
    cluster.converges();
    assertServes(cluster);
  }

  @Test
  void withAnInterruptedOperation() {
    GuideCluster cluster = GuideCluster.applied(directory);
    cluster.edit("people.pg", "title: String?", "title: String?\n  city: String?");
    cluster.withFault("cluster_apply.after_schema_apply=kill").cluster("apply").endsWith(137);

    assertRefused(cluster, "[cluster_recovery_pending]", "cluster apply");

    cluster.unlock();
    cluster.converges();
    assertServes(cluster);
  }

  @Test
  void withALostBlob() throws IOException {
    GuideCluster cluster = GuideCluster.applied(directory);
    Files.delete(blob(cluster));

    assertRefused(cluster, "[catalog_payload_missing] query.knowledge.find_person", "refresh");

    heal(cluster);
  }

  @Test
  void withATamperedBlob() throws IOException {
    GuideCluster cluster = GuideCluster.applied(directory);
    Files.writeString(blob(cluster), "query find_person() { match { $p: Person } return { $p } }");

    assertRefused(
        cluster, "[catalog_payload_digest_mismatch] query.knowledge.find_person", "refresh");

    heal(cluster);
  }

  @Test
  void withALedgerOlderThanBindings() {
    GuideCluster cluster = GuideCluster.applied(directory);
    String ledger = cluster.read("__cluster/state.json");
    cluster.write(
        "__cluster/state.json", ledger.replaceAll(",\\s*\"applies_to\": \\[[^\\]]*\\]", ""));

    assertRefused(cluster, "[policy_bindings_missing] policy.base", "cluster apply");

    cluster.converges();
    assertServes(cluster);
  }

  @Test
  void withALimitThatIsNoNumber() {
    GuideCluster cluster = GuideCluster.applied(directory);
    GuideCluster wrong =
        new GuideCluster(cluster.launcher().with("OMNIGRAPH_QUERY_MEMORY_BYTES", "lots"));

    assertRefused(wrong, "[invalid_query_limit]", "OMNIGRAPH_QUERY_MEMORY_BYTES");
  }

  @Test
  void withoutAnyGraph() {
    GuideCluster cluster = GuideCluster.laidOut(directory);
    cluster.write("cluster.yaml", "version: 1\n");
    cluster.cluster("import").succeeds();
    cluster.converges();

    assertRefused(cluster, "[cluster_empty]", "graph");

    cluster.write("cluster.yaml", GuideCluster.CONFIG);
    cluster.converges();
    assertServes(cluster);
  }

  @Test
  void withTwoBundlesOnOneScope() {
    GuideCluster cluster = GuideCluster.applied(directory);
    String ledger = cluster.read("__cluster/state.json");
    String blob = cluster.files("__cluster/resources/policy/base").getFirst();
    cluster.write(
        "__cluster/resources/policy/other/" + blob,
        cluster.read("__cluster/resources/policy/base/" + blob));
    String digest = blob.substring(0, blob.indexOf('.'));
    cluster.write(
        "__cluster/state.json",
        ledger.replace(
            "\"query.knowledge.find_person\": {\n        \"digest\"",
            "\"policy.other\": {\n        \"digest\": \""
                + digest
                + "\",\n        \"applies_to\": [\"graph.knowledge\"]\n      },\n"
                + "      \"query.knowledge.find_person\": {\n        \"digest\""));
    assertThat(cluster.read("__cluster/state.json")).contains("policy.other");

    assertRefused(cluster, "knowledge", "split or merge");

    cluster.converges();
    assertServes(cluster);
  }

  @Test
  void twoBundlesOnOneScopeAreFoundAtValidation() {
    GuideCluster cluster = GuideCluster.laidOut(directory);
    cluster.write(
        "cluster.yaml",
        GuideCluster.CONFIG
            + "  second:\n    file: ./base.policy.yaml\n    applies_to: [knowledge]\n");

    assertThat(cluster.cluster("validate").endsWith(1).out()).contains("duplicate_policy_binding");
  }

  @Test
  void aHeldLockIsNoReasonToRefuse() {
    GuideCluster cluster = GuideCluster.applied(directory);
    cluster.write(
        "__cluster/lock.json",
        """
        {
          "version": 1,
          "lock_id": "01JZ8QA0B1C2D3E4F5G6H7J8K9",
          "operation": "apply",
          "created_at": "2026-06-11T09:30:00.25Z",
          "pid": 48213
        }\
        """);

    assertServes(cluster);
  }

  private static void heal(GuideCluster cluster) {
    cluster.cluster("refresh").succeeds();
    cluster.converges();
    assertServes(cluster);
  }

  private static Path blob(GuideCluster cluster) {
    String below = "__cluster/resources/query/knowledge/find_person";
    return cluster.file(below + "/" + cluster.files(below).getFirst());
  }

  private static void assertRefused(GuideCluster cluster, String... fragments) {
    Launched refused =
        cluster
            .launcher()
            .with("OMNIGRAPH_SERVER_BEARER_TOKENS_JSON", RunningServer.TOKENS)
            .server("--cluster ./company-brain --bind 127.0.0.1:0")
            .endsWith(1);
    assertThat(refused.err()).contains(fragments);
  }

  private static void assertServes(GuideCluster cluster) {
    try (RunningServer server = cluster.serve()) {
      assertThat(server.invoke("find_person", "{\"params\":{\"name\":\"Ada\"}}").status())
          .isEqualTo(200);
      assertThat(server.stop()).isZero();
    }
  }
}
