package io.omnigraph.cli.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.omnigraph.cli.InProcess;
import io.omnigraph.ground.fault.FaultPoints;
import io.omnigraph.ground.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Section 5 of the guide with real graphs, at every fault point that a command passes: what a kill
 * there leaves is repaired by running apply again. The states are copies made in one process; that
 * killed processes do leave such states, and that the launchers repair them, {@link
 * CrashRecoveryIT} shows with one real kill for each operation. The same with sample kinds for
 * every command, import and approve included, is the work of core's {@code CrashTest}.
 */
final class CrashStatesTest {

  private static final String COLUMN = "title: String?\n  city: String?";

  @TempDir private Path folder;

  @Test
  void aCreateThatDiesAnywhereConverges() throws IOException {
    GuideCluster cluster = laidOut();
    cluster(cluster.launcher().directory(), "import");

    Map<String, Path> states = apply();

    assertThat(states)
        .containsKeys(
            "cluster_apply.before_graph_create",
            "graph.create.claimed",
            "graph.create.schema_written",
            "graph.create.commit_written",
            "graph.create.ref_written",
            "cluster_apply.after_graph_create",
            "cluster_apply.after_payload",
            "cluster_apply.after_payload_phase",
            "cluster_apply.before_state_write",
            "cluster_apply.after_state_write");
    for (Path state : states.values()) {
      repair(state);
      load(state, "seed.jsonl");
    }
  }

  @Test
  void aSchemaApplyThatDiesAnywhereConverges() throws IOException {
    GuideCluster cluster = applied();
    inProcess(work()).succeeds("branch", "create", "feature", "--uri", graph(work()));
    cluster.edit("people.pg", "title: String?", COLUMN);

    Map<String, Path> states = apply();

    assertThat(states)
        .containsKeys(
            "cluster_apply.before_schema_apply",
            "graph.schema.source_written",
            "graph.schema.branch_carried",
            "graph.schema.commit_written",
            "graph.schema.ref_swapped",
            "cluster_apply.after_schema_apply",
            "cluster_apply.before_state_write",
            "cluster_apply.after_state_write");
    for (Path state : states.values()) {
      repair(state);
      assertThat(inProcess(state).succeeds("schema", "show", graph(state)))
          .as(state.toString())
          .isEqualTo(cluster.read("people.pg"));
    }
  }

  @Test
  void aDeleteThatDiesAnywhereConvergesUnderTheSameApproval() throws IOException {
    GuideCluster cluster = laidOut().addScratch();
    cluster(work(), "import");
    assertThat(cluster(work(), "apply", "--as", "andrew").path("converged").asBoolean()).isTrue();
    cluster.removeScratch();
    cluster(work(), "approve", "graph.scratch", "--as", "andrew");

    Map<String, Path> states = apply();

    assertThat(states)
        .containsKeys(
            "cluster_apply.before_graph_delete",
            "cluster_apply.after_graph_delete",
            "cluster_apply.before_state_write",
            "cluster_apply.after_state_write",
            "cluster.after_sidecars_removed");
    for (Path state : states.values()) {
      repair(state);
      Path brain = state.resolve("company-brain");
      assertThat(brain.resolve("graphs/scratch.omni")).as(state.toString()).doesNotExist();
      assertThat(Files.readString(brain.resolve("__cluster/state.json")))
          .contains("\"approved_by\": \"andrew\"");
    }
  }

  @Test
  void aLoadThatDiesAnywhereLeavesNothingVisible() throws IOException {
    GuideCluster cluster = applied();
    cluster.write("../more.jsonl", "{\"type\":\"Person\",\"data\":{\"name\":\"Mary\"}}\n");

    Map<String, Path> states =
        CrashStates.of(
            work(),
            folder.resolve("states"),
            "load",
            "--data",
            work().resolve("more.jsonl").toString(),
            graph(work()));

    assertThat(states)
        .containsKeys("graph.write.staged", "graph.write.flushed", "graph.write.commit_written");
    for (String point :
        List.of("graph.write.staged", "graph.write.flushed", "graph.write.commit_written")) {
      Path state = Objects.requireNonNull(states.get(point));
      assertThat(rowsOfMary(state)).as(point).isZero();
      load(state, "more.jsonl");
      assertThat(rowsOfMary(state)).as(point).isEqualTo(1);
    }
  }

  @Test
  void aCorruptedLedgerIsRebuiltAndItsBytesAreKept() throws IOException {
    GuideCluster cluster = applied();
    cluster.write("__cluster/state.json", "{ \"version\": 1, ");

    InProcess.Result refused =
        inProcess(work()).run("cluster", "apply", "--config", cluster.directory().toString());
    assertThat(refused.exitCode()).isEqualTo(1);
    assertThat(refused.out()).contains("invalid_state_json");
    cluster(work(), "import");
    assertThat(cluster(work(), "apply").path("converged").asBoolean()).isTrue();

    assertThat(cluster.files("__cluster"))
        .anyMatch(name -> name.matches("state\\.json\\.corrupt\\.[0-9A-Z]{26}"));
    assertSettled(work());
  }

  private Path work() {
    return folder.resolve("work");
  }

  private GuideCluster laidOut() {
    return GuideCluster.laidOut(work());
  }

  private GuideCluster applied() throws IOException {
    GuideCluster cluster = laidOut();
    cluster(work(), "import");
    assertThat(cluster(work(), "apply", "--as", "andrew").path("converged").asBoolean()).isTrue();
    load(work(), "seed.jsonl");
    return cluster;
  }

  private Map<String, Path> apply() {
    Map<String, Path> states =
        CrashStates.of(
            work(),
            folder.resolve("states"),
            "cluster",
            "apply",
            "--config",
            work().resolve("company-brain").toString(),
            "--as",
            "andrew");
    assertThat(states).containsKeys("cluster.lock_taken", "cluster.before_unlock");
    return states;
  }

  /** Does what the guide says: gives the lock back and applies again. */
  private static void repair(Path state) throws IOException {
    JsonNode lock = cluster(state, "status").path("state_observations").path("lock_id");
    cluster(state, "force-unlock", lock.asText());
    JsonNode applied = cluster(state, "apply", "--as", "andrew");
    assertThat(applied.path("converged").asBoolean()).as("%s: %s", state, applied).isTrue();
    assertSettled(state);
  }

  private static void assertSettled(Path state) throws IOException {
    Path recoveries = state.resolve("company-brain/__cluster/recoveries");
    if (Files.exists(recoveries)) {
      assertThat(recoveries).isEmptyDirectory();
    }
    JsonNode plan = cluster(state, "plan");
    assertThat(plan.path("changes")).as("%s", state).isEmpty();
    assertThat(plan.path("diagnostics")).as("%s", state).isEmpty();
  }

  private static int rowsOfMary(Path state) throws IOException {
    String queries = state.resolve("company-brain/people.gq").toString();
    String printed =
        inProcess(state)
            .succeeds(
                "query",
                graph(state),
                "--query",
                queries,
                "--params",
                "{\"name\":\"Mary\"}",
                "--json");
    return Json.mapper().readTree(printed).path("row_count").asInt();
  }

  private static void load(Path state, String file) {
    inProcess(state).succeeds("load", "--data", state.resolve(file).toString(), graph(state));
  }

  private static String graph(Path state) {
    return state.resolve("company-brain/graphs/knowledge.omni").toString();
  }

  private static JsonNode cluster(Path state, String... command) throws IOException {
    List<String> arguments = new ArrayList<>(List.of("cluster"));
    arguments.addAll(List.of(command));
    arguments.addAll(List.of("--config", state.resolve("company-brain").toString(), "--json"));
    return Json.mapper().readTree(inProcess(state).succeeds(arguments.toArray(String[]::new)));
  }

  private static InProcess inProcess(Path directory) {
    return new InProcess(directory, FaultPoints.none());
  }
}
