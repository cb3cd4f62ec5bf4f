package io.omnigraph.core.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.omnigraph.ground.Digest;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Ledger, lock and status (docs/reference/cluster.md §6, §7, §16, §18 and §26). */
final class LedgerAndLockTest {

  private static final String HELD =
      """
      {
        "version": 1,
        "lock_id": "01JHELD",
        "operation": "apply",
        "created_at": "2026-06-11T09:14:48Z",
        "pid": 48213
      }\
      """;

  @TempDir Path folder;

  /** A command in a situation, and the codes of what it reports. */
  record Case(
      String name,
      Consumer<TestCluster> given,
      Function<TestCluster, ObjectNode> command,
      boolean isOk,
      List<String> codes) {

    @Override
    public String toString() {
      return name;
    }
  }

  private static void locked(TestCluster cluster) {
    cluster.importCluster().write(TestCluster.LOCK, HELD);
  }

  private static Case held(String name, Function<TestCluster, ObjectNode> command) {
    return new Case(
        name + " under a lock",
        LedgerAndLockTest::locked,
        command,
        false,
        List.of("state_lock_held"));
  }

  private static Case state(
      String content, Function<TestCluster, ObjectNode> command, String code) {
    return new Case(
        "ledger " + content,
        it -> it.write(TestCluster.STATE, content),
        command,
        false,
        List.of(code));
  }

  private static Case unlock(String content, String id, boolean isOk, String... codes) {
    return new Case(
        "unlock " + id + " of " + content,
        it -> {
          if (!content.isEmpty()) {
            it.write(TestCluster.LOCK, content);
          }
        },
        it -> it.forceUnlock(id),
        isOk,
        List.of(codes));
  }

  static final List<Case> CASES =
      List.of(
          new Case("plan without ledger", _ -> {}, TestCluster::plan, true, List.of()),
          new Case(
              "status without ledger",
              _ -> {},
              TestCluster::status,
              true,
              List.of("state_missing")),
          new Case(
              "refresh without ledger",
              _ -> {},
              TestCluster::refresh,
              false,
              List.of("state_missing")),
          new Case(
              "approve without ledger",
              _ -> {},
              it -> it.approve("graph.harbor"),
              false,
              List.of("state_missing")),
          new Case(
              "import with ledger",
              TestCluster::importState,
              TestCluster::importState,
              false,
              List.of("state_already_exists")),
          new Case(
              "approve what needs no approval",
              TestCluster::importState,
              it -> it.approve("policy.ops"),
              false,
              List.of("approval_not_required")),
          state("{", TestCluster::status, "invalid_state_json"),
          state("{", TestCluster::plan, "invalid_state_json"),
          state("{", TestCluster::apply, "invalid_state_json"),
          state("{", TestCluster::refresh, "invalid_state_json"),
          state("{\"version\":1}", TestCluster::plan, "invalid_state_json"),
          state(
              "{\"version\":1,\"applied_revision\":{},\"wat\":1}",
              TestCluster::plan,
              "invalid_state_json"),
          state(
              "{\"version\":1,\"applied_revision\":{\"wat\":1}}",
              TestCluster::plan,
              "invalid_state_json"),
          state(
              "{\"version\":1,\"applied_revision\":{\"resources\":{\"schema.x\":{\"digest\":\""
                  + Digest.of("x")
                  + "\",\"applies_to\":[]}}}}",
              TestCluster::plan,
              "invalid_state_json"),
          state(
              "{\"version\":1,\"applied_revision\":{},\"resource_statuses\":"
                  + "{\"graph.x\":{\"status\":\"odd\"}}}",
              TestCluster::plan,
              "invalid_state_json"),
          state("{\"version\":2}", TestCluster::plan, "unsupported_state_version"),
          state("{\"version\":2}", TestCluster::importState, "unsupported_state_version"),
          new Case(
              "a ledger with the required fields only",
              it -> it.write(TestCluster.STATE, "{\"version\":1,\"applied_revision\":{}}"),
              TestCluster::plan,
              true,
              List.of()),
          new Case(
              "import over a broken ledger",
              it -> it.write(TestCluster.STATE, "{"),
              TestCluster::importState,
              true,
              List.of("invalid_state_json")),
          new Case(
              "plan under a lock",
              LedgerAndLockTest::locked,
              TestCluster::plan,
              true,
              List.of("state_lock_held")),
          held("apply", TestCluster::apply),
          held("refresh", TestCluster::refresh),
          held("import", TestCluster::importState),
          held("approve", it -> it.approve("graph.harbor")),
          new Case(
              "status under a lock",
              LedgerAndLockTest::locked,
              TestCluster::status,
              true,
              List.of()),
          new Case(
              "status under a broken lock",
              it -> it.importCluster().write(TestCluster.LOCK, "{"),
              TestCluster::status,
              true,
              List.of("invalid_state_lock")),
          new Case(
              "apply with the lock switched off",
              it -> {
                it.importState();
                it.write(
                    "cluster.yaml", it.read("cluster.yaml").replace("lock: true", "lock: false"));
              },
              TestCluster::apply,
              true,
              List.of("state_lock_disabled")),
          unlock(HELD, "01JHELD", true),
          unlock(HELD, "01JOTHER", false, "state_lock_id_mismatch"),
          unlock("", "01JHELD", false, "state_lock_missing"),
          unlock("{", "01JHELD", false, "invalid_state_lock"),
          unlock("{\"version\":2}", "01JHELD", false, "unsupported_state_lock_version"),
          new Case(
              "status with an unknown sidecar",
              it ->
                  it.importCluster()
                      .sidecar("alert_move", "x", "", "")
                      .write(TestCluster.RECOVERIES + "/02.json", "{\"schema_version\":2}"),
              TestCluster::status,
              true,
              List.of("invalid_recovery_sidecar", "unsupported_recovery_sidecar_version")),
          new Case(
              "apply with an unknown sidecar",
              it -> it.importCluster().sidecar("alert_move", "x", "", ""),
              TestCluster::apply,
              true,
              List.of("invalid_recovery_sidecar")),
          new Case(
              "plan with a broken approval",
              it -> it.importCluster().write("__cluster/approvals/01.json", "{"),
              TestCluster::plan,
              true,
              List.of("invalid_approval_artifact")));

  @ParameterizedTest
  @FieldSource("CASES")
  void aCommandSaysWhatItFinds(Case test) {
    TestCluster cluster = TestCluster.in(folder);
    test.given().accept(cluster);
    boolean wasLocked = cluster.has(TestCluster.LOCK);

    ObjectNode report = test.command().apply(cluster);

    assertThat(TestCluster.codes(report)).isEqualTo(test.codes());
    assertThat(report.path("ok").asBoolean()).isEqualTo(test.isOk());
    assertThat(cluster.has(TestCluster.LOCK))
        .isEqualTo(wasLocked && !report.path("lock_removed").asBoolean());
  }

  @Test
  void theHolderOfALockIsNamedWithTheWayOut() {
    TestCluster cluster = TestCluster.in(folder);
    locked(cluster);

    ObjectNode report = cluster.apply();

    assertThat(report.path("diagnostics").path(0).path("message").asText())
        .isEqualTo(
            "`cluster apply` of the process 48213 holds the lock; wait, or if it died run"
                + " `cluster force-unlock 01JHELD`");
    ObjectNode seen = (ObjectNode) report.path("state_observations");
    assertThat(seen.path("locked").asBoolean()).isTrue();
    assertThat(seen.path("lock_acquired").asBoolean()).isFalse();
    assertThat(seen.path("lock_age_seconds").asInt()).isEqualTo(912);
  }

  @Test
  void aBrokenLedgerIsKeptBesideTheOneThatReplacesIt() {
    TestCluster cluster = TestCluster.in(folder).converged().write(TestCluster.STATE, "{");

    cluster.importState();

    List<String> kept =
        cluster.storage().list("__cluster").stream().filter(it -> it.contains("corrupt")).toList();
    assertThat(kept).singleElement().asString().startsWith("state.json.corrupt.01J");
    assertThat(cluster.read("__cluster/" + kept.getFirst())).isEqualTo("{");
    assertThat(cluster.apply().path("converged").asBoolean()).isTrue();
  }

  @Test
  void aLedgerKeepsWhatOtherWritersPutIntoFreeFields() {
    TestCluster cluster = TestCluster.in(folder).importCluster();
    cluster.editState(state -> {
      ObjectNode resources = (ObjectNode) state.path("applied_revision").path("resources");
      resources.putObject("pipeline.x").put("digest", Digest.of("x").hex()).put("odd", 1.50);
      ((ObjectNode) state.path("observations")).putObject("graph.y").put("z", 12345678901L);
    });

    cluster.apply();

    assertThat(cluster.read(TestCluster.STATE))
        .contains("\"odd\": 1.5")
        .contains("\"z\": 12345678901")
        .endsWith("}\n");
  }

  @Test
  void aLedgerThatChangesMeanwhileIsNotOverwritten() {
    TestCluster cluster = TestCluster.in(folder).importCluster();
    String foreign = "{\"version\":1,\"state_revision\":9,\"applied_revision\":{}}";
    cluster.failing(point -> {
      if (point.equals("cluster_apply.before_state_write")) {
        cluster.write(TestCluster.STATE, foreign);
      }
    });

    ObjectNode report = cluster.apply();

    assertThat(TestCluster.codes(report)).containsExactly("state_cas_mismatch");
    assertThat(report.path("converged").asBoolean()).isFalse();
    assertThat(cluster.read(TestCluster.STATE)).isEqualTo(foreign);
  }

  @Test
  void ofTwoAppliesAtOnceOneWins() {
    TestCluster cluster = TestCluster.in(folder).importCluster();
    TestCluster other = cluster.another();
    AtomicReference<ObjectNode> second = new AtomicReference<>();
    cluster.failing(point -> {
      if (point.equals("cluster_apply.before_state_write")) {
        second.set(other.apply());
      }
    });

    ObjectNode first = cluster.apply();

    assertThat(first.path("converged").asBoolean()).isTrue();
    assertThat(TestCluster.codes(second.get())).containsExactly("state_lock_held");
  }

  @Test
  void aLockThatSomebodyElseHoldsByNowIsNotRemoved() {
    TestCluster cluster = TestCluster.in(folder).importCluster();
    cluster.failing(point -> {
      if (point.equals("cluster.before_unlock")) {
        cluster.write(TestCluster.LOCK, HELD);
      }
    });

    cluster.apply();

    assertThat(cluster.read(TestCluster.LOCK)).isEqualTo(HELD);
  }

  @Test
  void aSourceThatIsEditedDuringTheRunIsNotApplied() {
    TestCluster cluster = TestCluster.in(folder).importCluster();
    cluster.failing(point -> {
      if (point.equals("cluster_apply.before_graph_create")) {
        cluster.write("harbor.pg", TestCluster.WIDER);
      }
    });

    ObjectNode report = cluster.apply();

    assertThat(TestCluster.codes(report)).startsWith("resource_content_changed");
    assertThat(report.path("diagnostics").path(0).path("path").asText()).isEqualTo("schema.harbor");
    assertThat(cluster.sidecars()).isEmpty();
    assertThat(cluster.graph("harbor").exists()).isFalse();
  }
}
