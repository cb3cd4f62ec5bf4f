package io.omnigraph.core.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** What an apply does (docs/reference/cluster.md §14 and §26). */
final class ApplyTest {

  @TempDir Path folder;

  /**
   * A run.
   *
   * @param codes of the diagnostics, in order
   * @param changes with their final dispositions
   */
  record Run(
      String name,
      Consumer<TestCluster> given,
      List<String> codes,
      List<String> changes,
      boolean isConverged) {

    @Override
    public String toString() {
      return name;
    }
  }

  private static final List<String> ALL_CREATED =
      List.of(
          "create graph.harbor applied",
          "create policy.ops applied",
          "create query.harbor.vessel_by_imo applied",
          "create schema.harbor applied");

  static final List<Run> RUNS =
      List.of(
          new Run("everything is new", TestCluster::importState, List.of(), ALL_CREATED, true),
          new Run(
              "the graph is there already",
              it -> {
                it.accepts("harbor", TestCluster.SCHEMA);
                it.importState();
              },
              List.of(),
              List.of(
                  "update graph.harbor derived",
                  "create policy.ops applied",
                  "create query.harbor.vessel_by_imo applied"),
              true),
          new Run("nothing to do", TestCluster::converged, List.of(), List.of(), true),
          new Run(
              "schema and query change together",
              it ->
                  it.converged()
                      .write("harbor.pg", TestCluster.WIDER)
                      .write("berths.gq", "query vessel_by_imo() { }\n"),
              List.of(),
              List.of(
                  "update graph.harbor derived",
                  "update query.harbor.vessel_by_imo applied",
                  "update schema.harbor applied"),
              true),
          new Run(
              "a schema that cannot be applied blocks what depends on it, and nothing else",
              it ->
                  it.withDrydock()
                      .converged()
                      .write("harbor.pg", "unsupported")
                      .write("berths.gq", "query vessel_by_imo() { }\n")
                      .write("docks.gq", "query docks() { }\n"),
              List.of(
                  "schema_apply_failed", "apply_dependency_blocked", "apply_dependency_blocked"),
              List.of(
                  "update graph.drydock derived",
                  "update graph.harbor derived",
                  "update query.drydock.docks applied",
                  "update query.harbor.vessel_by_imo blocked dependency_not_applied",
                  "update schema.harbor blocked schema_apply_failed"),
              false),
          new Run(
              "a root with foreign content blocks its graph only",
              it -> it.withDrydock().importCluster().write("graphs/drydock.omni/junk", "?"),
              List.of(
                  "graph_create_failed",
                  "apply_dependency_blocked",
                  "apply_dependency_blocked",
                  "apply_dependency_blocked"),
              List.of(
                  "create graph.drydock blocked graph_create_failed",
                  "create graph.harbor applied",
                  "create policy.ops applied",
                  "create query.drydock.docks blocked dependency_not_applied",
                  "create query.harbor.vessel_by_imo applied",
                  "create schema.drydock blocked dependency_not_applied",
                  "create schema.harbor applied"),
              false),
          new Run(
              "a removed graph waits for an approval",
              it -> it.withDrydock().converged().withoutDrydock(),
              List.of(
                  "apply_dependency_blocked",
                  "apply_dependency_blocked",
                  "apply_dependency_blocked"),
              List.of(
                  "delete graph.drydock blocked approval_required",
                  "delete query.drydock.docks blocked approval_required",
                  "delete schema.drydock blocked approval_required"),
              false),
          new Run(
              "an approved removal is carried out",
              it -> {
                it.withDrydock().converged().withoutDrydock();
                it.approve("graph.drydock");
              },
              List.of(),
              List.of(
                  "delete graph.drydock applied",
                  "delete query.drydock.docks applied",
                  "delete schema.drydock applied"),
              true),
          new Run(
              "an approval does not outlive the configuration that it was given for",
              it -> {
                it.withDrydock().converged().withoutDrydock();
                it.approve("graph.drydock");
                it.write("ops.policy.yaml", "version: 1\nrules: [ ]\n");
              },
              List.of(
                  "approval_stale",
                  "apply_dependency_blocked",
                  "apply_dependency_blocked",
                  "apply_dependency_blocked"),
              List.of(
                  "delete graph.drydock blocked approval_required",
                  "update policy.ops applied",
                  "delete query.drydock.docks blocked approval_required",
                  "delete schema.drydock blocked approval_required"),
              false),
          new Run(
              "bindings are changes of their own",
              it ->
                  it.converged()
                      .config(
                          """
                            harbor:
                              schema: harbor.pg
                              queries: { vessel_by_imo: { file: berths.gq } }
                          """,
                          "[cluster, harbor]"),
              List.of(),
              List.of("update policy.ops applied"),
              true),
          new Run(
              "a graph that vanished is created again, empty",
              it -> it.converged().delete("graphs/harbor.omni").refresh(),
              List.of(),
              List.of("create graph.harbor applied", "create schema.harbor applied"),
              true),
          new Run(
              "a drifted schema is converged",
              it -> {
                it.converged();
                it.accepts("harbor", TestCluster.WIDER);
                it.refresh();
              },
              List.of(),
              List.of("update graph.harbor derived", "update schema.harbor applied"),
              true),
          new Run(
              "a lost file of the catalog is published again",
              it -> it.converged().delete("__cluster/resources/query").refresh(),
              List.of(),
              List.of("update graph.harbor derived", "create query.harbor.vessel_by_imo applied"),
              true),
          new Run(
              "a payload that cannot be written blocks its resource only",
              it -> {
                it.importState();
                it.write("__cluster/resources/query", "a file where a folder has to be");
              },
              List.of("resource_payload_write_error"),
              List.of(
                  "create graph.harbor applied",
                  "create policy.ops applied",
                  "create query.harbor.vessel_by_imo blocked resource_payload_write_error",
                  "create schema.harbor applied"),
              false),
          new Run("without a ledger", _ -> {}, List.of("state_missing"), List.of(), false),
          new Run(
              "an unusable configuration",
              it -> it.write("cluster.yaml", "wat: true"),
              List.of("invalid_cluster_yaml", "invalid_cluster_yaml"),
              List.of(),
              false));

  @ParameterizedTest
  @FieldSource("RUNS")
  void anApplyDoesWhatItsPlanShowed(Run run) {
    TestCluster cluster = TestCluster.in(folder);
    run.given().accept(cluster);

    ObjectNode report = cluster.apply();

    assertThat(TestCluster.codes(report)).isEqualTo(run.codes());
    assertThat(TestCluster.changes(report)).isEqualTo(run.changes());
    assertThat(report.path("converged").asBoolean()).isEqualTo(run.isConverged());
    assertThat(cluster.has(TestCluster.LOCK)).isFalse();
  }

  @ParameterizedTest
  @FieldSource("RUNS")
  void repeatingAnApplyChangesNothingMore(Run run) {
    TestCluster cluster = TestCluster.in(folder);
    run.given().accept(cluster);
    cluster.apply();
    // A creation that failed is settled by the sweep of the second run.
    cluster.apply();
    String ledger = cluster.has(TestCluster.STATE) ? cluster.read(TestCluster.STATE) : "";

    ObjectNode again = cluster.apply();

    assertThat(again.path("state_written").asBoolean()).isFalse();
    assertThat(cluster.has(TestCluster.STATE) ? cluster.read(TestCluster.STATE) : "")
        .isEqualTo(ledger);
  }

  @Test
  void aConvergedLedgerSaysWhatWasAppliedAndByWhom() {
    TestCluster cluster = TestCluster.in(folder).converged();

    ObjectNode state = cluster.state();

    assertThat(state.path("state_revision").asInt()).isEqualTo(2);
    assertThat(state.path("applied_revision").path("config_digest").asText()).hasSize(64);
    JsonNode policy = state.path("applied_revision").path("resources").path("policy.ops");
    assertThat(policy.path("applies_to").path(0).asText()).isEqualTo("graph.harbor");
    JsonNode last = cluster.status().path("observations").path("policy.ops").path("last_applied");
    assertThat(last.toString())
        .isEqualTo(
            "{\"operation\":\"create\",\"actor\":\"kei\",\"applied_at\":\"2026-06-11T09:30:00Z\"}");
  }

  @Test
  void aCarriedOutRemovalLeavesATombstoneAndConsumesEveryMatchingApproval() {
    TestCluster cluster = TestCluster.in(folder).withDrydock().converged().withoutDrydock();
    cluster.approve("graph.drydock");
    cluster.approve("graph.drydock");

    cluster.apply();

    ObjectNode state = cluster.state();
    assertThat(cluster.graph("drydock").exists()).isFalse();
    assertThat(state.path("observations").path("graph.drydock").path("kind").asText())
        .isEqualTo("tombstone");
    assertThat(state.path("approval_records").findValuesAsText("approved_by"))
        .containsExactly("kei", "kei");
    for (String name : cluster.storage().list("__cluster/approvals")) {
      assertThat(cluster.json("__cluster/approvals/" + name).path("consumed_by_operation").asText())
          .isEqualTo("apply");
    }
    assertThat(state.path("applied_revision").path("resources").toString())
        .doesNotContain("drydock");
  }

  @Test
  void anApprovalThatOnlyTheLedgerKnowsAsConsumedAuthorisesNothing() {
    TestCluster cluster = TestCluster.in(folder).withDrydock().converged().withoutDrydock();
    String id = cluster.approve("graph.drydock").path("approval_id").asText();
    String unused = cluster.read("__cluster/approvals/" + id + ".json");
    cluster.apply();
    cluster.withDrydock().apply();
    cluster.withoutDrydock().write("__cluster/approvals/" + id + ".json", unused);

    ObjectNode report = cluster.apply();

    assertThat(TestCluster.changes(report))
        .contains("delete graph.drydock blocked approval_required");
    assertThat(cluster.graph("drydock").exists()).isTrue();
  }

  @Test
  void revertingAnEditClearsTheStatusThatItLeft() {
    TestCluster cluster = TestCluster.in(folder).converged().write("harbor.pg", "unsupported");
    cluster.apply();
    assertThat(cluster.status("schema.harbor")).isEqualTo("blocked schema_apply_failed");

    cluster.write("harbor.pg", TestCluster.SCHEMA).apply();

    assertThat(cluster.status("schema.harbor")).isEqualTo("applied");
  }

  @Test
  void aRefusedOperationLeavesNoSidecar() {
    TestCluster cluster = TestCluster.in(folder).converged().write("harbor.pg", "unsupported");

    cluster.apply();

    assertThat(cluster.sidecars()).isEmpty();
  }
}
