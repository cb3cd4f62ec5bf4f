package io.omnigraph.core.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.omnigraph.ground.fault.InjectedFault;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** An approval that is left over when its change is done never comes back to life. */
final class SpentApprovalsTest {

  private static final String DRYDOCK = "graph.drydock";
  private static final String OTHER_POLICY = "version: 1\nrules: []\n# another\n";

  @TempDir Path folder;

  /** Two ways to two approvals, and one of the deletion that uses the last. */
  record Way(String name, Consumer<TestCluster> approvals, Consumer<TestCluster> deletion) {

    @Override
    public String toString() {
      return name;
    }
  }

  static final List<Way> WAYS =
      List.of(
          new Way("stale, then applied", SpentApprovalsTest::staleAndFresh, TestCluster::apply),
          new Way("twice, then applied", SpentApprovalsTest::twice, TestCluster::apply),
          new Way(
              "stale, then interrupted and swept",
              SpentApprovalsTest::staleAndFresh,
              it -> interrupted(it).apply()),
          new Way(
              "stale, then interrupted and refreshed",
              SpentApprovalsTest::staleAndFresh,
              it -> interrupted(it).refresh()),
          new Way(
              "stale, then the ledger forgot and the file was not marked",
              SpentApprovalsTest::staleAndFresh,
              it -> {
                dyingAt(it, "cluster.after_sidecars_removed").apply();
                it.another().apply();
              }));

  private static void twice(TestCluster cluster) {
    cluster.approve(DRYDOCK);
    cluster.approve(DRYDOCK);
  }

  private static void staleAndFresh(TestCluster cluster) {
    String policy = cluster.read("ops.policy.yaml");
    cluster.approve(DRYDOCK);
    cluster.write("ops.policy.yaml", OTHER_POLICY).approve(DRYDOCK);
    cluster.write("ops.policy.yaml", policy).approve(DRYDOCK);
  }

  private static TestCluster interrupted(TestCluster cluster) {
    dyingAt(cluster, "cluster_apply.after_graph_delete").apply();
    return cluster.another();
  }

  private static TestCluster dyingAt(TestCluster cluster, String point) {
    return cluster.failing(reached -> {
      if (reached.equals(point)) {
        throw new InjectedFault(point);
      }
    });
  }

  @ParameterizedTest
  @FieldSource("WAYS")
  void aSecondDeletionOfTheSameGraphWaitsForAnApprovalOfItsOwn(Way way) {
    TestCluster cluster = TestCluster.in(folder).withDrydock().converged().withoutDrydock();
    way.approvals().accept(cluster);
    way.deletion().accept(cluster);
    assertThat(cluster.another().graph("drydock").exists()).isFalse();
    TestCluster later = cluster.another();
    later.apply();

    for (String policy : List.of(OTHER_POLICY, "version: 1\nrules: []\n")) {
      later.withDrydock().write("ops.policy.yaml", policy).apply();
      assertThat(later.graph("drydock").exists()).isTrue();
      ObjectNode report = later.withoutDrydock().apply();

      assertThat(TestCluster.changes(report))
          .contains("delete graph.drydock blocked approval_required");
      assertThat(later.graph("drydock").exists()).isTrue();
    }
    assertThat(later.storage().list("__cluster/approvals"))
        .isNotEmpty()
        .allSatisfy(file ->
            assertThat(later.json("__cluster/approvals/" + file).path("consumed_at").isTextual())
                .isTrue());
  }
}
