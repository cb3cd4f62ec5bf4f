package io.omnigraph.cli.extension;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.omnigraph.api.kind.ResourceKind;
import io.omnigraph.core.cluster.Cluster;
import io.omnigraph.core.cluster.ClusterEnvironment;
import io.omnigraph.core.report.Report;
import io.omnigraph.ground.fault.FaultPoints;
import io.omnigraph.ground.process.StopRequest;
import io.omnigraph.plugins.Plugins;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A kind that is found through {@code ServiceLoader} lives beside the built-in ones: declared,
 * planned, applied, recorded, observed and healed.
 */
final class MadeUpKindTest {

  @TempDir private Path directory;

  @BeforeEach
  void declareABeaconThatGuardsAGraph() throws IOException {
    Files.writeString(
        directory.resolve("cluster.yaml"),
        """
        version: 1
        graphs:
          harbor:
            schema: harbor.pg
        beacons:
          pier:
            file: pier.txt
            guards: harbor
        """);
    Files.writeString(directory.resolve("harbor.pg"), "node Vessel {\n  imo: String @key\n}\n");
    Files.writeString(directory.resolve("pier.txt"), "two flashes, ten seconds\n");
  }

  @Test
  void itIsDeclaredWithItsDependencies() {
    JsonNode validated = ok(cluster().validate());

    assertThat(validated.at("/resources/0/address").asText()).isEqualTo("beacon.pier");
    assertThat(validated.at("/dependencies/0/from").asText()).isEqualTo("beacon.pier");
    assertThat(validated.at("/dependencies/0/to").asText()).isEqualTo("graph.harbor");
  }

  @Test
  void itsMistakesAreReportedAmongTheOthers() throws IOException {
    Path config = directory.resolve("cluster.yaml");
    Files.writeString(config, Files.readString(config).replace("guards: harbor", "guards: dock"));

    Report validated = cluster().validate();

    assertThat(validated.isOk()).isFalse();
    assertThat(validated.text())
        .contains("ERROR beacon_guards_nothing beacons.pier.guards: there is no `graph.dock`");
  }

  @Test
  void itIsPlannedAppliedAndRecordedInItsPlace() {
    ok(cluster().importState());

    assertThat(cluster().plan().text())
        .contains(
            """
              Create beacon.pier
              Create graph.harbor
              Create schema.harbor
            """);
    JsonNode applied = ok(cluster().apply(Optional.of("kei")));

    assertThat(applied.path("converged").asBoolean()).isTrue();
    assertThat(directory.resolve("beacons/pier.txt")).hasContent("two flashes, ten seconds");
    assertThat(ok(cluster().status()).at("/resource_digests/beacon.pier").isTextual()).isTrue();
    assertThat(directory.resolve("__cluster/recoveries")).isEmptyDirectory();
  }

  @Test
  void itsDriftIsFoundPlannedAndHealed() throws IOException {
    ok(cluster().importState());
    ok(cluster().apply(Optional.empty()));
    Files.writeString(directory.resolve("beacons/pier.txt"), "dark\n");

    JsonNode refreshed = ok(cluster().refresh());
    assertThat(refreshed.at("/resource_statuses/beacon.pier/status").asText()).isEqualTo("drifted");
    assertThat(refreshed.at("/resource_statuses/beacon.pier/conditions/0").asText())
        .isEqualTo("beacon_moved");
    assertThat(cluster().plan().text()).contains("  Update beacon.pier\n");
    ok(cluster().apply(Optional.empty()));

    assertThat(directory.resolve("beacons/pier.txt")).hasContent("two flashes, ten seconds");
    assertThat(ok(cluster().status()).at("/resource_statuses/beacon.pier/status").asText())
        .isEqualTo("applied");
  }

  @Test
  void whatIsNoLongerDeclaredIsRemoved() throws IOException {
    ok(cluster().importState());
    ok(cluster().apply(Optional.empty()));
    Path config = directory.resolve("cluster.yaml");
    String text = Files.readString(config);
    Files.writeString(config, text.substring(0, text.indexOf("beacons:")));

    assertThat(cluster().apply(Optional.empty()).text())
        .contains("  Delete beacon.pier [Applied]\n");

    assertThat(directory.resolve("beacons/pier.txt")).doesNotExist();
    assertThat(ok(cluster().plan()).path("changes")).isEmpty();
  }

  private Cluster cluster() {
    return new Cluster(
        directory,
        Plugins.of(ResourceKind.class),
        ClusterEnvironment.system(FaultPoints.none(), StopRequest.never()));
  }

  private static JsonNode ok(Report report) {
    assertThat(report.isOk()).as(report.text()).isTrue();
    return report.json();
  }
}
