package io.omnigraph.cli.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.omnigraph.cli.e2e.RunningServer.Answer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Branches, merges, tags and differences, of a graph on disk and of the same graph served. */
final class BranchesIT {

  private static final String BRANCHING =
      "actions: [change, branch_create, branch_delete, branch_merge]";
  private static final String BORA = "{\"type\":\"Person\",\"data\":{\"name\":\"Bora\"}}";
  private static final String CORA = "{\"type\":\"Person\",\"data\":{\"name\":\"Cora\"}}";
  private static final String ADA =
      "{\"type\":\"Person\",\"data\":{\"name\":\"Ada\",\"title\":\"%s\"}}";

  @TempDir private Path local;
  @TempDir private Path served;

  @Test
  void commandsSayTheSameLocallyAndOfAServer() {
    GuideCluster onDisk = branching(local);
    GuideCluster cluster = branching(served);
    List<String> expected =
        script(onDisk, onDisk.launcher(), "./company-brain/graphs/knowledge.omni");
    try (RunningServer server = cluster.serve()) {
      String graph = server.url() + "/graphs/knowledge";
      Launcher writer = cluster.launcher().with("OMNIGRAPH_BEARER_TOKEN", "sh4red");

      assertThat(script(cluster, writer, graph)).isEqualTo(expected);
      refusals(server, cluster, graph);
    }
  }

  /** What each step of a life with branches prints, without what differs by place and time. */
  private static List<String> script(GuideCluster cluster, Launcher launcher, String graph) {
    cluster.write("../bora.jsonl", BORA);
    cluster.write("../cora.jsonl", CORA);
    cluster.write("../countess.jsonl", ADA.formatted("Countess of Lovelace"));
    cluster.write("../poet.jsonl", ADA.formatted("Poet"));
    String at = " --uri " + graph;
    List<String> said = new ArrayList<>();
    said.add(out(launcher, "tag create seed" + at).replaceAll("at .*", "at ID"));
    said.add(out(launcher, "branch create night" + at));
    out(launcher, "load --data ./bora.jsonl --branch night " + graph);
    out(launcher, "load --data ./cora.jsonl " + graph);
    said.add(out(launcher, "branch merge night -m evening" + at));
    said.add(changes(launcher.omnigraph("diff tag:seed main --json" + at).succeeds().json()));
    out(launcher, "load --data ./countess.jsonl --branch night " + graph);
    out(launcher, "load --data ./poet.jsonl " + graph);
    Launched conflict = launcher.omnigraph("branch merge night" + at).endsWith(1);
    assertThat(conflict.out()).isEmpty();
    said.add(conflict.err());
    said.add(out(launcher, "branch rename night day" + at));
    said.add(out(launcher, "branch list --json " + graph));
    return said;
  }

  private static void refusals(RunningServer server, GuideCluster cluster, String graph) {
    Answer conflict =
        server.post("sh4red", "/graphs/knowledge/branches/merge", "{\"source\":\"day\"}");
    assertThat(conflict.status()).isEqualTo(409);
    assertThat(conflict.json().path("code").asText()).isEqualTo("conflict");
    assertThat(conflict.json().at("/merge_conflicts/0/row_id").asText()).isEqualTo("Ada");
    assertThat(conflict.json().at("/merge_conflicts/0/kind").asText())
        .isEqualTo("divergent_update");
    assertThat(conflict.json().at("/merge_conflicts/0/properties/0/ours").asText())
        .isEqualTo("Poet");
    assertThat(server.post("s3cret", "/graphs/knowledge/branches", "{\"name\":\"x\"}").status())
        .isEqualTo(403);
    assertThat(server.post("sh4red", "/graphs/knowledge/branches", "{\"name\":\"day\"}").status())
        .isEqualTo(409);
    assertThat(server.post("sh4red", "/graphs/knowledge/branches", "{\"name\":\"main\"}").status())
        .isEqualTo(400);
    assertThat(server.get("s3cret", "/graphs/knowledge/diff?from=nowhere").status()).isEqualTo(404);
    Launched stranger =
        cluster
            .launcher()
            .with("OMNIGRAPH_BEARER_TOKEN", "s3cret")
            .omnigraph("branch delete day --uri " + graph)
            .endsWith(1);
    assertThat(stranger.err()).contains("policy denied action 'branch_delete'");
  }

  private static GuideCluster branching(Path directory) {
    GuideCluster cluster = GuideCluster.applied(directory);
    cluster.edit("base.policy.yaml", "actions: [change]", BRANCHING).converges();
    return cluster;
  }

  private static String out(Launcher launcher, String command) {
    return launcher.omnigraph(command).succeeds().out();
  }

  private static String changes(JsonNode document) {
    List<String> changes = new ArrayList<>();
    document
        .path("changes")
        .forEach(
            change -> changes.add(change.path("op").asText() + " " + change.path("id").asText()));
    return changes + " " + document.path("stats");
  }
}
