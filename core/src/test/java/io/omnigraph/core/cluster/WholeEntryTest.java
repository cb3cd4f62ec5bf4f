package io.omnigraph.core.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.omnigraph.core.samplekinds.DepotKind;
import io.omnigraph.ground.Digest;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Whatever writes a ledger entry writes all of it: digest, attributes and dependencies. */
final class WholeEntryTest {

  private static final String GOODS = "forty crates\n";
  private static final String WHOLE =
      "{\"digest\":\"%s\",\"place\":\"B\",\"depends_on\":[\"graph.harbor\"]}"
          .formatted(Digest.of(GOODS));

  @TempDir Path folder;

  /** A command that finds the depot at B, which the ledger does not know yet. */
  record Writer(String name, Function<TestCluster, ObjectNode> command) {

    @Override
    public String toString() {
      return name;
    }
  }

  static final List<Writer> WRITERS =
      List.of(
          new Writer("apply", TestCluster::apply),
          new Writer("refresh", TestCluster::refresh),
          new Writer("import", it -> it.delete(TestCluster.STATE).importState()));

  @ParameterizedTest
  @FieldSource("WRITERS")
  void whereverAMoveDiesALaterDeleteRemovesWhatWasMovedAndNothingElse(Writer writer) {
    FailingAt noting = FailingAt.never();
    given("whole").failing(noting).apply();
    List<String> points = noting.reached();

    for (int step = 0; step < points.size(); step++) {
      TestCluster cluster = given("step-" + step);
      cluster.failing(FailingAt.step(step)).apply();
      TestCluster restarted = cluster.another();
      assertThat(writer.command().apply(restarted).path("ok").asBoolean()).isTrue();
      String seen = points.get(step) + " " + restarted.read(TestCluster.STATE);
      if (restarted.has("depots/B") && !entry(restarted).contains("\"place\":\"A\"")) {
        assertThat(entry(restarted)).as(seen).isEqualTo(WHOLE);
      }
      restarted.apply();
      assertThat(entry(restarted)).as(seen).isEqualTo(WHOLE);
      assertDeleteRemovesOnlyWhatWasMoved(restarted, seen);
    }
    assertThat(points).contains("depot.cleared", "depot.moved");
  }

  private static void assertDeleteRemovesOnlyWhatWasMoved(TestCluster cluster, String seen) {
    cluster.write("depots/A/stock.txt", "somebody else's");
    String config = cluster.read("cluster.yaml");
    cluster.write("cluster.yaml", config.substring(0, config.indexOf("depots:")));
    cluster.approve("depot.quay");

    ObjectNode report = cluster.apply();

    assertThat(report.path("converged").asBoolean()).as(seen).isTrue();
    assertThat(cluster.files()).as(seen).doesNotContainKey("depots/B/stock.txt");
    assertThat(cluster.files())
        .as(seen)
        .containsAllEntriesOf(Map.of("depots/A/stock.txt", "somebody else's"));
  }

  /** A cluster whose depot stands at A and is declared at B. */
  private TestCluster given(String name) {
    TestCluster cluster =
        TestCluster.in(folder.resolve(name), new DepotKind()).write("goods.txt", GOODS);
    String without = cluster.read("cluster.yaml");
    String depot = "depots:\n  quay: { file: goods.txt, place: %s }\n";
    cluster.write("cluster.yaml", without + depot.formatted("A")).converged();
    assertThat(cluster.has("depots/A")).isTrue();
    return cluster.write("cluster.yaml", without + depot.formatted("B")).another();
  }

  private static String entry(TestCluster cluster) {
    return cluster.state().at("/applied_revision/resources").path("depot.quay").toString();
  }
}
