package io.omnigraph.core.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.omnigraph.api.kind.Payload;
import io.omnigraph.core.serving.AppliedRevisions;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * Every command fails at each point that it passes, one after the other (docs/reference/cluster.md
 * §23): the ledger is old or new, whole, and one more apply converges.
 */
final class CrashTest {

  private static final Map<String, Payload> PAYLOADS =
      Map.of("query", new Payload("gq"), "policy", new Payload("yaml"));

  @TempDir Path folder;

  /**
   * A command that dies somewhere.
   *
   * @param given what happened before
   * @param repair what, beside an apply, the operator has to do afterwards
   */
  record Crash(
      String name,
      Consumer<TestCluster> given,
      Function<TestCluster, ObjectNode> command,
      Consumer<TestCluster> repair) {

    @Override
    public String toString() {
      return name;
    }
  }

  private static Crash apply(String name, Consumer<TestCluster> given) {
    return new Crash(name, given, TestCluster::apply, _ -> {});
  }

  private static void removedAndApproved(TestCluster cluster) {
    cluster.withDrydock().converged().withoutDrydock().apply();
    cluster.approve("graph.drydock");
  }

  private static void dyingAt(TestCluster cluster, String point) {
    cluster.failing(reached -> {
      if (reached.equals(point)) {
        throw new io.omnigraph.ground.fault.InjectedFault(point);
      }
    });
    cluster.apply();
  }

  static final List<Crash> CRASHES =
      List.of(
          apply("create one graph", TestCluster::importState),
          apply("create two graphs", it -> it.withDrydock().importState()),
          apply(
              "evolve schema, query and bindings",
              it ->
                  it.converged()
                      .write("harbor.pg", TestCluster.WIDER)
                      .write("berths.gq", "query vessel_by_imo() { }\n")),
          apply("delete an approved graph", CrashTest::removedAndApproved),
          apply(
              "delete and evolve",
              it -> {
                it.withDrydock().converged().withoutDrydock();
                it.write("harbor.pg", TestCluster.WIDER).apply();
                it.approve("graph.drydock");
              }),
          apply(
              "settle an interrupted creation",
              it -> {
                it.importState();
                dyingAt(it, "cluster_apply.after_graph_create");
              }),
          apply(
              "settle a creation interrupted inside",
              it -> {
                it.importState();
                dyingAt(it, "sample.graph_begun");
              }),
          apply(
              "settle an interrupted migration",
              it -> {
                it.converged().write("harbor.pg", TestCluster.WIDER);
                dyingAt(it, "cluster_apply.after_schema_apply");
              }),
          apply(
              "settle an interrupted deletion",
              it -> {
                removedAndApproved(it);
                dyingAt(it, "cluster_apply.after_graph_delete");
              }),
          apply(
              "clean up after a ledger write",
              it -> {
                removedAndApproved(it);
                dyingAt(it, "cluster_apply.after_state_write");
              }),
          new Crash(
              "import from nothing",
              _ -> {},
              TestCluster::importState,
              cluster -> {
                if (!cluster.has(TestCluster.STATE)) {
                  cluster.importState();
                }
              }),
          new Crash(
              "import over a broken ledger",
              it -> it.converged().write(TestCluster.STATE, "{"),
              TestCluster::importState,
              cluster -> {
                if (cluster.read(TestCluster.STATE).equals("{")) {
                  cluster.importState();
                }
              }),
          new Crash(
              "refresh after drift",
              it -> {
                it.converged();
                it.accepts("harbor", TestCluster.WIDER);
              },
              TestCluster::refresh,
              TestCluster::refresh),
          new Crash(
              "refresh with an interrupted migration",
              it -> {
                it.converged().write("harbor.pg", TestCluster.WIDER);
                dyingAt(it, "cluster_apply.after_schema_apply");
              },
              TestCluster::refresh,
              _ -> {}),
          new Crash(
              "approve",
              it -> it.withDrydock().converged().withoutDrydock().apply(),
              it -> it.approve("graph.drydock"),
              it -> it.approve("graph.drydock")));

  @ParameterizedTest
  @FieldSource("CRASHES")
  void oneMoreApplyConvergesWhereverACommandDies(Crash crash) {
    TestCluster whole = given(crash, "whole");
    FailingAt noting = FailingAt.never();
    assertThat(crash.command().apply(whole.failing(noting))).isNotEmpty();
    List<String> points = noting.reached();

    for (int step = 0; step < points.size(); step++) {
      dies(crash, step, points.get(step));
    }

    System.out.println(
        "crash states covered: " + crash.name() + ": " + points.size() + " " + points);
    assertThat(points).isNotEmpty();
  }

  private TestCluster given(Crash crash, String name) {
    TestCluster cluster = TestCluster.in(folder.resolve(name));
    crash.given().accept(cluster);
    return cluster.another();
  }

  private void dies(Crash crash, int step, String point) {
    TestCluster cluster = given(crash, "step-" + step);
    String before = cluster.has(TestCluster.STATE) ? cluster.read(TestCluster.STATE) : "";

    ObjectNode report = crash.command().apply(cluster.failing(FailingAt.step(step)));

    assertThat(TestCluster.codes(report)).as(point).contains("injected_failpoint");
    assertThat(report.path("ok").asBoolean()).as(point).isFalse();
    assertOldOrNew(cluster, before, report, point);

    TestCluster restarted = cluster.another();
    crash.repair().accept(restarted);
    ObjectNode repeated = restarted.apply();

    assertThat(repeated.path("converged").asBoolean()).as("%s: %s", point, repeated).isTrue();
    assertThat(repeated.path("ok").asBoolean()).as("%s: %s", point, repeated).isTrue();
    assertConverged(restarted, point);
  }

  private static void assertOldOrNew(
      TestCluster cluster, String before, ObjectNode report, String point) {
    String after = cluster.has(TestCluster.STATE) ? cluster.read(TestCluster.STATE) : "";
    if (!after.equals(before)) {
      assertThat(cluster.state().path("version").asInt()).as(point).isEqualTo(1);
    }
    if (report.has("state_written")) {
      assertThat(report.path("state_written").asBoolean())
          .as(point)
          .isEqualTo(!after.equals(before));
    }
  }

  static void assertConverged(TestCluster cluster, String point) {
    assertThat(cluster.sidecars()).as(point).isEmpty();
    assertThat(cluster.has(TestCluster.LOCK)).as(point).isFalse();
    assertThat(TestCluster.changes(cluster.plan())).as(point).isEmpty();
    assertThat(cluster.graph("harbor").schema()).as(point).hasValue(cluster.read("harbor.pg"));
    String ledger = cluster.read(TestCluster.STATE);
    assertThat(cluster.apply().path("state_written").asBoolean()).as(point).isFalse();
    assertThat(cluster.read(TestCluster.STATE)).as(point).isEqualTo(ledger);
    assertThat(cluster.refresh().path("ok").asBoolean()).as(point).isTrue();
    assertThat(cluster.state().path("resource_statuses").findValuesAsText("status"))
        .as(point)
        .containsOnly("applied");
    assertThat(AppliedRevisions.read(cluster.directory().toString(), PAYLOADS))
        .as(point)
        .isInstanceOf(AppliedRevisions.Readiness.Ready.class);
  }
}
