package io.omnigraph.cli.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Irreversible changes wait for a recorded, digest-bound approval. */
final class ApprovalGateIT {

  private static final Pattern APPROVED =
      Pattern.compile(
          "cluster approve: delete graph\\.scratch approved by andrew"
              + " \\(approval ([0-9A-HJKMNP-TV-Z]{26})\\)\n");

  @TempDir private Path directory;

  @Test
  void anApprovedDeleteRunsAndItsApprovalIsConsumedInBothPlaces() {
    GuideCluster cluster = withScratchRemoved();
    assertThat(cluster.cluster("apply").succeeds().out())
        .contains("  Delete graph.scratch [Blocked: approval_required]\n");

    Matcher approved =
        APPROVED.matcher(cluster.cluster("approve graph.scratch --as andrew").succeeds().out());
    assertThat(approved.matches()).isTrue();
    String id = approved.group(1);
    assertThat(cluster.converges().out())
        .contains("  Delete graph.scratch [Applied]\n")
        .contains("  Delete schema.scratch [Applied]\n");

    assertThat(cluster.graphRoot("scratch")).doesNotExist();
    JsonNode artifact = json(cluster, "__cluster/approvals/" + id + ".json");
    assertThat(artifact.path("consumed_at").isTextual()).isTrue();
    assertThat(artifact.path("consumed_by_operation").isTextual()).isTrue();
    JsonNode ledger = json(cluster, "__cluster/state.json");
    JsonNode record = ledger.path("approval_records").path(id);
    assertThat(record.path("resource").asText()).isEqualTo("graph.scratch");
    assertThat(record.path("operation").asText()).isEqualTo("delete");
    assertThat(record.path("approved_by").asText()).isEqualTo("andrew");
    assertThat(ledger.path("observations").path("graph.scratch").path("kind").asText())
        .isEqualTo("tombstone");
    assertThat(cluster.files("__cluster/recoveries")).isEmpty();
  }

  @Test
  void anyChangeOfTheConfigurationMakesAnApprovalStale() {
    GuideCluster cluster = withScratchRemoved();
    cluster.cluster("approve graph.scratch --as andrew").succeeds();
    cluster.edit("base.policy.yaml", "act-writer]", "act-writer, act-other]");

    assertThat(cluster.cluster("apply").succeeds().out())
        .contains("  Delete graph.scratch [Blocked: approval_required]\n")
        .contains("WARN  approval_stale graph.scratch");

    assertThat(cluster.graphRoot("scratch")).isDirectory();
  }

  @Test
  void anUsedApprovalDoesNotCoverALaterDeleteOfTheSameGraph() {
    GuideCluster cluster = withScratchRemoved();
    cluster.cluster("approve graph.scratch --as andrew").succeeds();
    cluster.cluster("approve graph.scratch --as andrew").succeeds();
    cluster.converges();
    cluster.addScratch().converges();
    cluster.removeScratch();

    assertThat(cluster.cluster("apply").succeeds().out())
        .contains("  Delete graph.scratch [Blocked: approval_required]\n");
  }

  @Test
  void approvingNeedsAnActor() {
    GuideCluster cluster = withScratchRemoved();

    Launched refused = cluster.cluster("approve graph.scratch").endsWith(1);

    assertThat(refused.out()).isEmpty();
    assertThat(refused.err()).contains("--as").contains("cli.actor");
  }

  @Test
  void onlyGatedChangesCanBeApproved() {
    GuideCluster cluster = withScratchRemoved();

    assertThat(cluster.cluster("approve graph.knowledge --as andrew").endsWith(1).out())
        .contains("ERROR approval_not_required graph.knowledge");
  }

  private GuideCluster withScratchRemoved() {
    GuideCluster cluster = GuideCluster.laidOut(directory).addScratch();
    cluster.cluster("import").succeeds();
    cluster.converges();
    return cluster.removeScratch();
  }

  private static JsonNode json(GuideCluster cluster, String file) {
    return new Launched(file, 0, cluster.read(file), "").json();
  }
}
