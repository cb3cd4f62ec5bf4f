package io.omnigraph.cli.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.omnigraph.cli.e2e.RunningServer.Answer;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every change of the day-2 loop, and one apply that is ordered correctly. */
final class DayTwoLoopIT {

  @TempDir private Path directory;

  @Test
  void anEditedQueryIsPublishedAsANewBlob() {
    GuideCluster cluster = GuideCluster.applied(directory);
    cluster.edit("people.gq", "$p.title }", "$p.title as position }");

    assertThat(cluster.cluster("plan").succeeds().out())
        .contains("  Update query.knowledge.find_person\n");
    assertThat(cluster.converges().out())
        .contains("  Update query.knowledge.find_person [Applied]\n")
        .contains("  Update graph.knowledge [Derived]\n");

    assertThat(cluster.files("__cluster/resources/query/knowledge/find_person")).hasSize(2);
  }

  @Test
  void anEditedPolicyIsPublishedAsANewBlob() {
    GuideCluster cluster = GuideCluster.applied(directory);
    cluster.edit("base.policy.yaml", "writers: [act-writer]", "writers: [act-writer, act-reader]");

    assertThat(cluster.cluster("plan").succeeds().out()).contains("  Update policy.base\n");
    assertThat(cluster.converges().out()).contains("  Update policy.base [Applied]\n");

    assertThat(cluster.files("__cluster/resources/policy/base")).hasSize(2);
  }

  @Test
  void newBindingsAreAChangeOfTheirOwn() {
    GuideCluster cluster = GuideCluster.applied(directory);
    cluster.addScratch().converges();
    cluster.edit("cluster.yaml", "applies_to: [knowledge]", "applies_to: [knowledge, scratch]");

    assertThat(cluster.cluster("plan").succeeds().out())
        .contains("  Update policy.base [bindings]\n");
    assertThat(cluster.converges().out()).contains("  Update policy.base [bindings] [Applied]\n");

    JsonNode entry = cluster.clusterJson("plan").json();
    assertThat(entry.path("changes")).isEmpty();
    assertThat(cluster.read("__cluster/state.json"))
        .contains("\"graph.knowledge\"", "\"graph.scratch\"");
  }

  @Test
  void anEditedSchemaShowsItsMigrationStepsAndMigratesTheLiveGraph() {
    GuideCluster cluster = GuideCluster.applied(directory);
    cluster.edit("people.pg", "title: String?", "born: I32?");
    cluster.edit("people.gq", "$p.title }", "$p.born }");

    assertThat(cluster.cluster("plan").succeeds().out())
        .contains("  Update schema.knowledge\n")
        .contains("      add_property Person.born")
        .contains("      drop_property Person.title [soft]");
    assertThat(cluster.converges().out()).contains("  Update schema.knowledge [Applied]\n");
    assertThat(
            cluster
                .launcher()
                .omnigraph("schema show ./company-brain/graphs/knowledge.omni")
                .succeeds()
                .out())
        .isEqualTo(cluster.read("people.pg"));
  }

  @Test
  void aNewGraphIsCreatedWithItsDependentsInOneRun() {
    GuideCluster cluster = GuideCluster.applied(directory);
    cluster.addScratch();

    assertThat(cluster.cluster("plan").succeeds().out())
        .contains("  Create graph.scratch\n", "  Create schema.scratch\n");
    assertThat(cluster.converges().out())
        .contains("  Create graph.scratch [Applied]\n", "  Create schema.scratch [Applied]\n");

    assertThat(cluster.graphRoot("scratch")).isDirectory();
  }

  @Test
  void aRemovedGraphIsBlockedUntilApproved() {
    GuideCluster cluster = GuideCluster.applied(directory);
    cluster.addScratch().converges();
    cluster.removeScratch();

    assertThat(cluster.cluster("plan").succeeds().out())
        .contains("  Delete graph.scratch [Blocked: approval_required]\n");
    assertThat(cluster.cluster("apply").succeeds().out())
        .contains("  Delete graph.scratch [Blocked: approval_required]\n")
        .contains("converged: false");

    assertThat(cluster.graphRoot("scratch")).isDirectory();
  }

  @Test
  void aSchemaChangeAndAQueryThatUsesItConvergeTogether() {
    GuideCluster cluster = GuideCluster.applied(directory);
    cluster.edit("people.pg", "title: String?", "title: String?\n  city: String?");
    cluster.edit("people.gq", "$p.title }", "$p.title, $p.city }");

    Launched apply = cluster.converges();

    assertThat(apply.out())
        .contains("  Update graph.knowledge [Derived]\n")
        .contains("  Update query.knowledge.find_person [Applied]\n")
        .contains("  Update schema.knowledge [Applied]\n");
    try (RunningServer server = cluster.serve()) {
      Answer ada = server.invoke("find_person", "{\"params\":{\"name\":\"Ada\"}}");
      assertThat(ada.json().path("rows").path(0).has("p.city")).isTrue();
    }
  }

  @Test
  void theActorReachesTheHistoryOfTheGraph() {
    GuideCluster cluster = GuideCluster.applied(directory);
    cluster.edit("people.pg", "title: String?", "title: String?\n  city: String?");
    cluster.write("../omnigraph.yaml", "cli: { actor: bea }\n");

    assertThat(cluster.clusterJson("apply").succeeds().json().path("actor").asText())
        .isEqualTo("bea");

    JsonNode commits =
        cluster
            .launcher()
            .omnigraph("commit list ./company-brain/graphs/knowledge.omni --json")
            .succeeds()
            .json()
            .path("commits");
    assertThat(commits.path(0).path("actor_id").asText()).isEqualTo("bea");
    assertThat(commits.path(commits.size() - 1).path("actor_id").asText()).isEqualTo("andrew");
  }

  @Test
  void onlyWhatWasAppliedIsServed() {
    GuideCluster cluster = GuideCluster.applied(directory);
    cluster.edit("people.gq", "$p.title }", "$p.title as position }");

    try (RunningServer server = cluster.serve()) {
      Answer ada = server.invoke("find_person", "{\"params\":{\"name\":\"Ada\"}}");

      assertThat(ada.column("p.title")).containsExactly("Countess");
      assertThat(ada.json().path("rows").path(0).has("position")).isFalse();
    }
  }
}
