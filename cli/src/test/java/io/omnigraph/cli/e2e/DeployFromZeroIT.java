package io.omnigraph.cli.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From an empty directory to a served deployment. */
final class DeployFromZeroIT {

  @TempDir private Path directory;

  @Test
  void theGuideWorksAsWritten() {
    GuideCluster cluster = GuideCluster.laidOut(directory);

    assertThat(cluster.cluster("validate").succeeds().out())
        .isEqualTo("cluster config valid: 4 resource(s), 4 dependency edge(s)\n");
    assertThat(cluster.cluster("import").succeeds().out())
        .startsWith("cluster import: revision 1, 0 resource(s)\n");
    assertThat(cluster.cluster("plan").succeeds().out())
        .startsWith(
            """
            cluster plan: 4 change(s), 0 approval gate(s)
              Create graph.knowledge
              Create policy.base
              Create query.knowledge.find_person
              Create schema.knowledge
            """);
    assertThat(cluster.cluster("apply").succeeds().out())
        .startsWith(
            """
            cluster apply: 4 applied, 0 deferred/blocked
              Create graph.knowledge [Applied]
              Create policy.base [Applied]
              Create query.knowledge.find_person [Applied]
              Create schema.knowledge [Applied]
              state: revision 2, converged: true, written: true
              note: \
            """);
    assertThat(cluster.graphRoot("knowledge")).isDirectory();
    assertThat(cluster.files("__cluster/resources"))
        .hasSize(2)
        .anyMatch(name -> name.matches("policy/base/[0-9a-f]{64}\\.yaml"))
        .anyMatch(name -> name.matches("query/knowledge/find_person/[0-9a-f]{64}\\.gq"));

    assertThat(cluster.load().out())
        .contains("2 nodes across 1 node type, 1 edge across 1 edge type");

    try (RunningServer server = cluster.serve()) {
      RunningServer.Answer ada = server.invoke("find_person", "{\"params\":{\"name\":\"Ada\"}}");
      assertThat(ada.status()).isEqualTo(200);
      assertThat(ada.column("p.title")).containsExactly("Countess");
      assertThat(server.post("n0body", "/graphs/knowledge/queries/find_person", "{}").status())
          .isEqualTo(404);
      assertThat(server.post("", "/graphs/knowledge/queries/find_person", "{}").status())
          .isEqualTo(401);
      assertThat(server.get("", "/healthz").status()).isEqualTo(200);
      assertThat(server.stop()).isZero();
    }
  }

  @Test
  void applyingAgainIsANoOp() {
    GuideCluster cluster = GuideCluster.applied(directory);
    String ledger = cluster.read("__cluster/state.json");

    Launched again = cluster.cluster("apply").succeeds();

    assertThat(again.out())
        .startsWith(
            """
            cluster apply: 0 applied, 0 deferred/blocked
              no changes
              state: revision 2, converged: true, written: false
            """);
    assertThat(cluster.read("__cluster/state.json")).isEqualTo(ledger);
  }

  @Test
  void theClusterIsAnExclusiveBootSource() {
    GuideCluster cluster = GuideCluster.applied(directory);
    cluster.write("../omnigraph.yaml", "graphs: [this is: not { yaml");

    for (String other : List.of("./x.omni", "--target knowledge", "--config omnigraph.yaml")) {
      Launched refused = cluster.launcher().server("--cluster ./company-brain " + other);

      assertThat(refused.endsWith(1).err()).contains("exclusive boot source");
    }
    try (RunningServer server = cluster.serve()) {
      assertThat(server.get("", "/healthz").status()).isEqualTo(200);
    }
  }
}
