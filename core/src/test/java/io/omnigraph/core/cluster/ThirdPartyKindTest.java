package io.omnigraph.core.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.omnigraph.api.Address;
import io.omnigraph.api.kind.Payload;
import io.omnigraph.core.samplekinds.AlertKind;
import io.omnigraph.core.serving.AppliedRevisions;
import io.omnigraph.core.serving.AppliedRevisions.Readiness;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A kind of which the core has no line lives its whole life. */
final class ThirdPartyKindTest {

  private static final String BLOBS = "__cluster/resources/alert/late";

  @TempDir Path folder;

  @Test
  void aKindFromElsewhereIsPlannedAppliedRecordedObservedServedAndHealed() {
    TestCluster cluster = TestCluster.in(folder, new AlertKind()).write("late.txt", "ring\n");
    cluster.write(
        "cluster.yaml", cluster.read("cluster.yaml") + "alerts:\n  late: { file: late.txt }\n");
    cluster.importState();
    assertThat(TestCluster.changes(cluster.plan()))
        .startsWith("create alert.late applied", "create graph.harbor applied");

    assertThat(cluster.apply().path("converged").asBoolean()).isTrue();

    String blob = BLOBS + "/" + cluster.storage().list(BLOBS).getFirst();
    assertThat(blob).endsWith(".alert");
    assertThat(cluster.read(blob)).isEqualTo("ring\n");
    assertThat(AppliedRevisions.read(folder.toString(), Map.of("alert", new Payload("alert"))))
        .isInstanceOfSatisfying(
            Readiness.Ready.class,
            ready ->
                assertThat(ready.revision().resource(new Address("alert", "late")))
                    .hasValueSatisfying(it -> assertThat(it.payload()).isEqualTo("ring\n")));

    cluster.write(blob, "silence\n");
    assertThat(TestCluster.codes(cluster.refresh())).containsExactly("catalog_payload_mismatch");
    assertThat(cluster.status("alert.late")).isEqualTo("drifted payload_mismatch");

    assertThat(cluster.apply().path("converged").asBoolean()).isTrue();
    assertThat(cluster.read(blob)).isEqualTo("ring\n");
    assertThat(cluster.status("alert.late")).isEqualTo("applied");
  }

  @Test
  void anEntryOfAKindThatIsNoLongerInstalledIsKeptAsItIs() {
    TestCluster cluster = TestCluster.in(folder, new AlertKind()).write("late.txt", "ring\n");
    String without = cluster.read("cluster.yaml");
    cluster.write("cluster.yaml", without + "alerts:\n  late: { file: late.txt }\n").converged();
    TestCluster bare = TestCluster.in(folder);

    var report = bare.apply();

    assertThat(TestCluster.codes(report)).containsExactly("apply_unsupported_change");
    assertThat(bare.state().at("/applied_revision/resources").has("alert.late")).isTrue();
  }
}
