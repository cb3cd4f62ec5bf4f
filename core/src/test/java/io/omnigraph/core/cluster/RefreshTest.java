package io.omnigraph.core.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** What looking at reality records (docs/reference/cluster.md §17 and §26). */
final class RefreshTest {

  private static final String QUERY = "query.harbor.vessel_by_imo";

  @TempDir Path folder;

  /**
   * A look at reality.
   *
   * @param address whose status is told
   * @param next the changes of the plan that follows
   */
  record Look(
      String name,
      Consumer<TestCluster> given,
      Function<TestCluster, ObjectNode> command,
      List<String> codes,
      String address,
      String status,
      List<String> next) {

    @Override
    public String toString() {
      return name;
    }
  }

  static final List<Look> LOOKS =
      List.of(
          new Look(
              "import finds the graph",
              it -> it.accepts("harbor", TestCluster.SCHEMA),
              TestCluster::importState,
              List.of(),
              "schema.harbor",
              "applied",
              List.of(
                  "update graph.harbor derived",
                  "create policy.ops applied",
                  "create query.harbor.vessel_by_imo applied")),
          new Look(
              "refresh finds nothing new",
              TestCluster::converged,
              TestCluster::refresh,
              List.of(),
              "graph.harbor",
              "applied",
              List.of()),
          new Look(
              "refresh finds another schema",
              it -> {
                it.converged();
                it.accepts("harbor", TestCluster.WIDER);
              },
              TestCluster::refresh,
              List.of(),
              "schema.harbor",
              "drifted schema_mismatch",
              List.of("update graph.harbor derived", "update schema.harbor applied")),
          new Look(
              "refresh misses the graph",
              it -> it.converged().delete("graphs/harbor.omni"),
              TestCluster::refresh,
              List.of(),
              "graph.harbor",
              "drifted graph_missing",
              List.of("create graph.harbor applied", "create schema.harbor applied")),
          new Look(
              "refresh cannot open the graph",
              it ->
                  it.converged().delete("graphs/harbor.omni").write("graphs/harbor.omni/junk", "?"),
              TestCluster::refresh,
              List.of("graph_observation_error"),
              "graph.harbor",
              "error graph_observation_error",
              List.of()),
          new Look(
              "refresh misses a payload",
              it -> it.converged().delete("__cluster/resources/query"),
              TestCluster::refresh,
              List.of("catalog_payload_missing"),
              QUERY,
              "drifted payload_missing",
              List.of("update graph.harbor derived", "create query.harbor.vessel_by_imo applied")),
          new Look(
              "refresh finds a tampered payload",
              RefreshTest::tampered,
              TestCluster::refresh,
              List.of("catalog_payload_mismatch"),
              QUERY,
              "drifted payload_mismatch",
              List.of("update graph.harbor derived", "create query.harbor.vessel_by_imo applied")),
          new Look(
              "refresh cannot read a payload",
              it -> {
                String blob = blob(it.converged());
                it.delete(blob).write(blob + "/inside", "?");
              },
              TestCluster::refresh,
              List.of("catalog_payload_read_error"),
              QUERY,
              "error payload_read_error",
              List.of()),
          new Look(
              "status misses a payload",
              it -> it.converged().delete("__cluster/resources/query"),
              TestCluster::status,
              List.of("catalog_payload_missing"),
              QUERY,
              "applied",
              List.of()));

  private static void tampered(TestCluster cluster) {
    cluster.converged();
    cluster.write(blob(cluster), "something else");
  }

  private static String blob(TestCluster cluster) {
    String folder = "__cluster/resources/query/harbor/vessel_by_imo";
    return folder + "/" + cluster.storage().list(folder).getFirst();
  }

  @ParameterizedTest
  @FieldSource("LOOKS")
  void whatIsFoundIsRecordedAndPlannedAway(Look look) {
    TestCluster cluster = TestCluster.in(folder);
    look.given().accept(cluster);

    ObjectNode report = look.command().apply(cluster);

    assertThat(TestCluster.codes(report)).isEqualTo(look.codes());
    assertThat(cluster.status(look.address())).isEqualTo(look.status());
    assertThat(TestCluster.changes(cluster.plan())).isEqualTo(look.next());
  }

  @Test
  void aTamperedPayloadIsHealedByRefreshAndApply() {
    TestCluster cluster = TestCluster.in(folder);
    tampered(cluster);
    cluster.refresh();

    ObjectNode report = cluster.apply();

    assertThat(report.path("converged").asBoolean()).isTrue();
    assertThat(cluster.read(blob(cluster))).isEqualTo(cluster.read("berths.gq"));
    assertThat(TestCluster.codes(cluster.status())).isEmpty();
  }

  @Test
  void anImportThatCannotLookMakesNoLedger() {
    TestCluster cluster = TestCluster.in(folder).write("graphs/harbor.omni/junk", "?");

    ObjectNode report = cluster.importState();

    assertThat(TestCluster.codes(report)).containsExactly("graph_observation_error");
    assertThat(cluster.has(TestCluster.STATE)).isFalse();
  }

  @Test
  void aLostLedgerIsRebuiltFromWhatIsThere() {
    TestCluster cluster = TestCluster.in(folder).converged().delete(TestCluster.STATE);

    cluster.importState();

    assertThat(cluster.state().path("applied_revision").path("config_digest").isNull()).isTrue();
    assertThat(cluster.apply().path("converged").asBoolean()).isTrue();
  }

  @Test
  void aRefreshKeepsBindingsAndWhoAppliedLast() {
    TestCluster cluster = TestCluster.in(folder).converged();

    cluster.refresh();

    ObjectNode state = cluster.state();
    assertThat(state.path("state_revision").asInt()).isEqualTo(3);
    assertThat(state.at("/applied_revision/resources/policy.ops/applies_to/0").asText())
        .isEqualTo("graph.harbor");
    assertThat(state.at("/observations/graph.harbor/last_applied/actor").asText()).isEqualTo("kei");
  }
}
