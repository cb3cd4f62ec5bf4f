package io.omnigraph.cli.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happened behind the control plane's back is found and healed. */
final class InspectAndDriftIT {

  @TempDir private Path directory;

  @Test
  void aDirectSchemaChangeIsDriftAndIsHealedWithVisibleSteps() {
    GuideCluster cluster = GuideCluster.applied(directory);
    cluster.write(
        "../behind.pg",
        GuideCluster.SCHEMA.replace("title: String?", "title: String?\n  nickname: String?"));
    cluster
        .launcher()
        .omnigraph(
            "schema apply --schema ./behind.pg ./company-brain/graphs/knowledge.omni --as mallory")
        .succeeds();

    JsonNode refreshed = cluster.clusterJson("refresh").succeeds().json();

    assertThat(refreshed.at("/resource_statuses/schema.knowledge/status").asText())
        .isEqualTo("drifted");
    assertThat(refreshed.at("/resource_statuses/schema.knowledge/conditions/0").asText())
        .isEqualTo("schema_mismatch");
    assertThat(cluster.cluster("plan").succeeds().out())
        .contains("  Update schema.knowledge\n")
        .contains("      drop_property Person.nickname [soft]");
    assertThat(cluster.converges().out()).contains("  Update schema.knowledge [Applied]\n");
    JsonNode healed = cluster.clusterJson("status").succeeds().json();
    assertThat(healed.at("/resource_statuses/schema.knowledge/status").asText())
        .isEqualTo("applied");
    assertThat(healed.at("/resource_statuses/graph.knowledge/status").asText())
        .isEqualTo("applied");
  }

  @Test
  void anOutOfBandChangeCanBeAdoptedByDeclaringIt() {
    GuideCluster cluster = GuideCluster.applied(directory);
    cluster.edit("people.pg", "title: String?", "title: String?\n  nickname: String?");
    cluster
        .launcher()
        .omnigraph(
            "schema apply --schema ./company-brain/people.pg"
                + " ./company-brain/graphs/knowledge.omni")
        .succeeds();
    cluster.cluster("refresh").succeeds();

    assertThat(cluster.converges().out()).contains("written: true");
    assertThat(cluster.clusterJson("plan").json().path("changes")).isEmpty();
  }

  @Test
  void aTamperedBlobIsFoundPlannedAndRewritten() {
    GuideCluster cluster = GuideCluster.applied(directory);
    String blob =
        "__cluster/resources/query/knowledge/find_person/"
            + cluster.files("__cluster/resources/query/knowledge/find_person").getFirst();
    String published = cluster.read(blob);
    cluster.write(blob, published + "// tampered\n");

    assertThat(cluster.cluster("status").succeeds().out()).contains("catalog_payload_mismatch");
    JsonNode refreshed = cluster.clusterJson("refresh").succeeds().json();
    assertThat(refreshed.at("/resource_statuses/query.knowledge.find_person/status").asText())
        .isEqualTo("drifted");
    assertThat(cluster.cluster("plan").succeeds().out())
        .contains("  Create query.knowledge.find_person\n");
    cluster.converges();

    assertThat(cluster.read(blob)).isEqualTo(published);
    assertThat(cluster.cluster("status").succeeds().out()).doesNotContain("WARN");
  }

  @Test
  void aCommentInTheSchemaSettles() {
    GuideCluster cluster = GuideCluster.applied(directory);
    cluster.write("people.pg", "// people\n" + GuideCluster.SCHEMA);

    cluster.converges();
    cluster.cluster("refresh").succeeds();

    assertThat(cluster.clusterJson("plan").json().path("changes")).isEmpty();
  }
}
