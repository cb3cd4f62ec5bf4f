package io.omnigraph.core.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.omnigraph.ground.Digest;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** What an apply makes of a sidecar (docs/reference/cluster.md §19 and §26). */
final class SweepTest {

  private static final String DECLARED = Digest.of(TestCluster.SCHEMA).hex();
  private static final String WIDER = Digest.of(TestCluster.WIDER).hex();
  private static final String FOREIGN = "node Foreign {\n}\n";

  @TempDir Path folder;

  /**
   * A survivor.
   *
   * @param codes of the diagnostics of the apply that sweeps
   * @param isKept whether the sidecar stays
   * @param recovered the {@code kind} of the audit record; empty when there is none
   * @param status of harbor's schema afterwards
   */
  record Survivor(
      String name,
      Consumer<TestCluster> given,
      List<String> codes,
      boolean isOk,
      boolean isKept,
      String recovered,
      String status) {

    @Override
    public String toString() {
      return name;
    }
  }

  private static Survivor quiet(String name, Consumer<TestCluster> given) {
    return new Survivor(name, given, List.of(), true, false, "", "applied");
  }

  private static final List<String> ROLLED = List.of("cluster_recovery_rolled_forward");

  static final List<Survivor> SURVIVORS =
      List.of(
          quiet(
              "create: no root, nothing recorded",
              it -> it.importCluster().sidecar("graph_create", "harbor", DECLARED, "")),
          quiet(
              "create: live is recorded",
              it -> it.converged().sidecar("graph_create", "harbor", DECLARED, "")),
          new Survivor(
              "create: live is desired, nothing recorded",
              it -> {
                it.importCluster().sidecar("graph_create", "harbor", DECLARED, "");
                it.accepts("harbor", TestCluster.SCHEMA);
              },
              ROLLED,
              true,
              false,
              "graph_create",
              "applied"),
          new Survivor(
              "create: does not open",
              it ->
                  it.importCluster()
                      .sidecar("graph_create", "harbor", DECLARED, "")
                      .write("graphs/harbor.omni/junk", "?"),
              List.of(
                  "graph_create_incomplete",
                  "apply_dependency_blocked",
                  "apply_dependency_blocked",
                  "apply_dependency_blocked",
                  "apply_dependency_blocked"),
              false,
              true,
              "",
              "error graph_create_incomplete"),
          new Survivor(
              "create: live is foreign",
              it -> {
                it.importCluster().sidecar("graph_create", "harbor", DECLARED, "");
                it.accepts("harbor", FOREIGN);
              },
              List.of(
                  "cluster_recovery_pending",
                  "apply_dependency_blocked",
                  "apply_dependency_blocked",
                  "apply_dependency_blocked",
                  "apply_dependency_blocked"),
              true,
              true,
              "",
              "drifted actual_applied_state_pending"),
          quiet(
              "create: only what a creation writes",
              it ->
                  it.importCluster()
                      .sidecar("graph_create", "harbor", DECLARED, "")
                      .write("graphs/harbor.omni/unfinished", "")),
          quiet(
              "schema: live is recorded",
              it -> it.converged().sidecar("schema_apply", "harbor", WIDER, "")),
          new Survivor(
              "schema: live is desired, not recorded",
              it -> {
                it.converged().write("harbor.pg", TestCluster.WIDER);
                it.sidecar("schema_apply", "harbor", WIDER, "");
                it.accepts("harbor", TestCluster.WIDER);
              },
              ROLLED,
              true,
              false,
              "schema_apply",
              "applied"),
          new Survivor(
              "schema: live is neither",
              it -> {
                it.converged().write("harbor.pg", TestCluster.WIDER);
                it.sidecar("schema_apply", "harbor", WIDER, "");
                it.accepts("harbor", FOREIGN);
              },
              List.of("cluster_recovery_pending", "apply_dependency_blocked"),
              true,
              true,
              "",
              "drifted actual_applied_state_pending"),
          new Survivor(
              "schema: does not open",
              it ->
                  it.converged()
                      .sidecar("schema_apply", "harbor", WIDER, "")
                      .delete("graphs/harbor.omni")
                      .write("graphs/harbor.omni/junk", "?"),
              List.of("cluster_recovery_pending"),
              true,
              true,
              "",
              "applied"),
          quiet(
              "schema: root missing",
              it ->
                  it.converged()
                      .sidecar("schema_apply", "harbor", WIDER, "")
                      .delete("graphs/harbor.omni")),
          quiet(
              "delete: no root, not recorded",
              it -> it.converged().sidecar("graph_delete", "drydock", "", "")),
          new Survivor(
              "delete: no root, recorded",
              it -> {
                String approval = removed(it);
                it.sidecar("graph_delete", "drydock", "", approval).delete("graphs/drydock.omni");
              },
              ROLLED,
              true,
              false,
              "graph_delete",
              "applied"),
          new Survivor(
              "delete: root present",
              it -> it.sidecar("graph_delete", "drydock", "", removed(it)),
              List.of("graph_delete_incomplete"),
              true,
              false,
              "",
              "applied"));

  private static String removed(TestCluster cluster) {
    cluster.withDrydock().converged().withoutDrydock();
    return cluster.approve("graph.drydock").path("approval_id").asText();
  }

  @ParameterizedTest
  @FieldSource("SURVIVORS")
  void anApplySettlesASurvivor(Survivor survivor) {
    TestCluster cluster = TestCluster.in(folder);
    survivor.given().accept(cluster);
    Map<String, String> before = cluster.files();
    ObjectNode plan = cluster.plan();
    assertThat(plan.path("ok").asBoolean()).isTrue();
    assertThat(TestCluster.codes(plan)).startsWith("cluster_recovery_pending");
    assertThat(cluster.files()).isEqualTo(before);

    ObjectNode report = cluster.apply();

    assertThat(TestCluster.codes(report)).isEqualTo(survivor.codes());
    assertThat(report.path("ok").asBoolean()).isEqualTo(survivor.isOk());
    assertThat(report.path("converged").asBoolean()).isEqualTo(!survivor.isKept());
    assertThat(TestCluster.changes(plan)).isEqualTo(TestCluster.changes(report));
    assertThat(cluster.sidecars()).hasSize(survivor.isKept() ? 1 : 0);
    assertThat(String.join(" ", cluster.state().path("recovery_records").findValuesAsText("kind")))
        .isEqualTo(survivor.recovered());
    assertThat(cluster.status("schema.harbor")).isEqualTo(survivor.status());
  }

  /** What a newer operation has moved decides an older one, whose sidecar could not be removed. */
  @Test
  void twoSurvivorsOfOneGraphAreSettledByOneApply() {
    TestCluster cluster = TestCluster.in(folder).converged().write("harbor.pg", TestCluster.WIDER);
    cluster
        .sidecar("01J00000000000000000000000", "schema_apply", "harbor", DECLARED, "")
        .sidecar("01J00000000000000000000001", "schema_apply", "harbor", WIDER, "")
        .accepts("harbor", TestCluster.WIDER);
    List<String> planned = TestCluster.changes(cluster.plan());

    ObjectNode report = cluster.apply();

    assertThat(TestCluster.codes(report)).isEqualTo(ROLLED);
    assertThat(report.path("converged").asBoolean()).isTrue();
    assertThat(TestCluster.changes(report)).isEqualTo(planned);
    assertThat(cluster.sidecars()).isEmpty();
    assertThat(cluster.status("schema.harbor")).isEqualTo("applied");
  }

  @ParameterizedTest
  @FieldSource("SURVIVORS")
  void aSecondApplyFindsNothingNew(Survivor survivor) {
    TestCluster cluster = TestCluster.in(folder);
    survivor.given().accept(cluster);
    cluster.apply();

    ObjectNode again = cluster.apply();

    assertThat(again.path("state_written").asBoolean()).isFalse();
  }
}
