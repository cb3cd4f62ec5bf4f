package io.omnigraph.core.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.omnigraph.core.samplekinds.FleetKind;
import io.omnigraph.core.samplekinds.WitnessKind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An apply records what is done when it is done, and also what there was nothing to do for. */
final class RecordedInTurnTest {

  private static final String FLEET = "fleets:\n  north: { home: %s, flagship: flagship.txt }\n";

  @TempDir private Path folder;

  @Test
  void anOperationSeesWhatAnEarlierOneOfTheSameRunHasRecorded() {
    List<String> seen = new ArrayList<>();
    TestCluster cluster =
        TestCluster.in(
            folder,
            new WitnessKind((address, entry) -> seen.add(address + " " + entry.isPresent())));
    cluster.write("cluster.yaml", cluster.read("cluster.yaml") + "witnesses:\n  one: {}\n");
    cluster.importState();

    ObjectNode report = cluster.apply();

    assertThat(report.path("converged").asBoolean()).as(report.toString()).isTrue();
    assertThat(seen).containsExactly("graph.harbor true", "schema.harbor true");
  }

  @Test
  void whatIsDerivedConvergesAtOnceWithItsAttributes() {
    TestCluster cluster =
        TestCluster.in(folder, new FleetKind(), new FleetKind.Ship())
            .write("flagship.txt", "Aurora\n");
    String without = cluster.read("cluster.yaml");
    cluster.write("cluster.yaml", without + FLEET.formatted("Oslo")).importState();

    assertConverges(cluster);
    assertThat(fleet(cluster).path("home").asText()).isEqualTo("Oslo");
    assertThat(cluster.status("fleet.north")).isEqualTo("applied");

    cluster.write("cluster.yaml", without + FLEET.formatted("Bergen"));
    assertConverges(cluster);
    assertThat(fleet(cluster).path("home").asText()).isEqualTo("Bergen");

    String before = fleet(cluster).path("digest").asText();
    cluster.write("flagship.txt", "Borealis\n");
    cluster.write("cluster.yaml", without + FLEET.formatted("Narvik"));
    assertConverges(cluster);
    assertThat(fleet(cluster).path("home").asText()).isEqualTo("Narvik");
    assertThat(fleet(cluster).path("digest").asText()).isNotEqualTo(before);
  }

  @Test
  void whatIsDerivedGoesOnceItsPartsHaveGone() {
    TestCluster cluster =
        TestCluster.in(folder, new FleetKind(), new FleetKind.Ship())
            .write("flagship.txt", "Aurora\n");
    String without = cluster.read("cluster.yaml");
    cluster.write("cluster.yaml", without + FLEET.formatted("Oslo")).importState();
    assertConverges(cluster);
    cluster.write("cluster.yaml", without);

    assertThat(TestCluster.changes(cluster.apply()))
        .containsExactly(
            "delete fleet.north derived", "delete ship.north.flagship blocked approval_required");
    assertThat(fleet(cluster).isMissingNode()).isFalse();

    cluster.approve("ship.north.flagship");
    assertConverges(cluster);
    assertThat(fleet(cluster).isMissingNode()).isTrue();
  }

  private static void assertConverges(TestCluster cluster) {
    ObjectNode report = cluster.apply();
    assertThat(report.path("converged").asBoolean()).as(report.toString()).isTrue();
    assertThat(TestCluster.changes(cluster.plan())).isEmpty();
  }

  private static JsonNode fleet(TestCluster cluster) {
    return cluster.state().at("/applied_revision/resources").path("fleet.north");
  }
}
