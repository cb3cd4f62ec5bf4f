package io.omnigraph.core.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.omnigraph.api.kind.Payload;
import io.omnigraph.core.serving.AppliedRevisions;
import io.omnigraph.core.serving.AppliedRevisions.Readiness;
import io.omnigraph.ground.Diagnostic;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** When a cluster can be served (docs/reference/cluster.md §20 and §26). */
final class ServingTest {

  private static final Map<String, Payload> PAYLOADS =
      Map.of("query", new Payload("gq"), "policy", new Payload("yaml"));
  private static final String BLOBS = "__cluster/resources/query/harbor/vessel_by_imo";

  @TempDir Path folder;

  /** A reason for which a server does not start, and the words that name the way out. */
  record Refusal(String name, Consumer<TestCluster> given, List<String> codes, String remedy) {

    @Override
    public String toString() {
      return name;
    }
  }

  static final List<Refusal> REFUSALS =
      List.of(
          new Refusal(
              "no ledger",
              _ -> {},
              List.of("cluster_state_missing"),
              "run `cluster import`, then `cluster apply`"),
          new Refusal(
              "a broken ledger",
              it -> it.write(TestCluster.STATE, "{"),
              List.of("invalid_state_json"),
              "run `cluster import`, then `cluster apply`"),
          new Refusal(
              "a newer ledger",
              it -> it.write(TestCluster.STATE, "{\"version\":2}"),
              List.of("unsupported_state_version"),
              "serve it with the version that wrote it"),
          new Refusal(
              "an interrupted operation",
              it -> it.converged().sidecar("schema_apply", "harbor", "", ""),
              List.of("cluster_recovery_pending"),
              "run `cluster apply` and restart"),
          new Refusal(
              "a sidecar that nobody understands",
              it -> it.converged().write(TestCluster.RECOVERIES + "/01.json", "{"),
              List.of("invalid_recovery_sidecar"),
              "run `cluster apply` and restart"),
          new Refusal(
              "a sidecar of another version",
              it ->
                  it.converged()
                      .write(TestCluster.RECOVERIES + "/01.json", "{\"schema_version\":9}"),
              List.of("unsupported_recovery_sidecar_version"),
              "restart"),
          new Refusal(
              "a lost payload and an interrupted operation",
              it ->
                  it.converged()
                      .sidecar("schema_apply", "harbor", "", "")
                      .delete("__cluster/resources/query"),
              List.of("cluster_recovery_pending", "catalog_payload_missing"),
              "run `cluster refresh`, then `cluster apply`, and restart"),
          new Refusal(
              "a tampered payload",
              it ->
                  it.converged()
                      .write(BLOBS + "/" + it.storage().list(BLOBS).getFirst(), "tampered"),
              List.of("catalog_payload_digest_mismatch"),
              "run `cluster refresh`, then `cluster apply`, and restart"),
          new Refusal(
              "a configuration that cannot be parsed",
              it -> it.converged().write("cluster.yaml", "graphs: ["),
              List.of("invalid_cluster_yaml"),
              ""));

  @ParameterizedTest
  @FieldSource("REFUSALS")
  void aRefusalNamesItsRemedy(Refusal refusal) {
    TestCluster cluster = TestCluster.in(folder);
    refusal.given().accept(cluster);

    Readiness readiness = AppliedRevisions.read(folder.toString(), PAYLOADS);

    assertThat(readiness)
        .isInstanceOfSatisfying(
            Readiness.NotReady.class,
            refused -> {
              assertThat(refused.reasons().stream().map(Diagnostic::code))
                  .isEqualTo(refusal.codes());
              assertThat(refused.reasons()).isNotEmpty().allMatch(Diagnostic::isError);
              assertThat(refused.reasons().getLast().message()).contains(refusal.remedy());
            });
  }

  @Test
  void directoryAndRootAgreeAndNeitherNeedsTheSources() {
    TestCluster cluster = TestCluster.in(folder).converged();
    cluster.delete("harbor.pg").write(TestCluster.LOCK, "{}");

    Readiness byDirectory = AppliedRevisions.read(folder.toString(), PAYLOADS);
    Readiness byRoot = AppliedRevisions.read(folder.toUri().toString(), PAYLOADS);

    assertThat(applied(byDirectory)).isEqualTo(applied(byRoot)).contains("graph.harbor", "rules");
  }

  @Test
  void aDirectoryWithoutConfigurationMayBeServed() {
    TestCluster cluster = TestCluster.in(folder).converged();
    cluster.delete("cluster.yaml");

    assertThat(AppliedRevisions.read(folder.toString(), PAYLOADS))
        .isInstanceOf(Readiness.Ready.class);
  }

  @Test
  void theStorageRootMayLieElsewhere() {
    TestCluster cluster = TestCluster.in(folder.resolve("config"));
    cluster.write("cluster.yaml", cluster.read("cluster.yaml") + "storage: ../elsewhere\n");

    cluster.converged();

    assertThat(cluster.has("__cluster")).isFalse();
    assertThat(folder.resolve("elsewhere").resolve(TestCluster.STATE)).exists();
    assertThat(AppliedRevisions.read(cluster.directory().toString(), PAYLOADS))
        .isInstanceOf(Readiness.Ready.class);
  }

  private static String applied(Readiness readiness) {
    return readiness instanceof Readiness.Ready(var revision)
        ? revision.resources().toString()
        : "not ready";
  }
}
