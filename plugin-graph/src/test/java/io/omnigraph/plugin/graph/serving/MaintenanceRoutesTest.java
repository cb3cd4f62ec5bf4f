package io.omnigraph.plugin.graph.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.omnigraph.api.Address;
import io.omnigraph.api.serving.Access.Check;
import io.omnigraph.api.serving.Problem;
import io.omnigraph.api.serving.Serving;
import io.omnigraph.api.serving.ServingPlugin.Start;
import io.omnigraph.graph.Graph;
import io.omnigraph.graph.Graphs;
import io.omnigraph.graph.write.Transaction;
import io.omnigraph.graph.write.WriteRequest;
import io.omnigraph.ground.access.Action;
import io.omnigraph.ground.fault.FaultPoints;
import io.omnigraph.ground.json.Json;
import io.omnigraph.plugin.graph.serving.FakeServer.Call;
import io.omnigraph.plugin.graph.serving.MaintenanceBodies.Cleanup;
import io.omnigraph.plugin.graph.serving.MaintenanceBodies.Repair;
import io.omnigraph.store.TestSchemas;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class MaintenanceRoutesTest {

  private static final Address PEOPLE = new Address("graph", "people");
  private static final Check READING = Check.onBranch(Action.READ, PEOPLE, "main");
  private static final Check ADMINISTERING = Check.on(Action.ADMIN, PEOPLE);

  static final List<Answer> ANSWERS =
      List.of(
          new Answer(stats(" main "), READING, "\"branch\":\"main\",\"manifest_version\":3"),
          new Answer(
              call("optimizeGraph", Optional.empty()), ADMINISTERING, "\"fragments_removed\":2"),
          new Answer(cleanup(1, null, null), ADMINISTERING, "\"old_versions_removed\":1"),
          new Answer(cleanup(null, "0s", true), ADMINISTERING, "\"older_than_secs\":0"),
          new Answer(repair(null, null), ADMINISTERING, "\"confirm\":false,\"force\":false"),
          new Answer(repair(true, true), ADMINISTERING, "\"confirm\":true,\"force\":true"));

  static final List<Refusal> REFUSALS =
      List.of(
          new Refusal(stats("a..b"), 400, "`a..b` is not a branch name"),
          new Refusal(stats("night"), 404, "branch 'night' not found"),
          new Refusal(cleanup(null, null, true), 400, "needs `keep` or `older_than`"),
          new Refusal(cleanup(-1, null, true), 400, "`keep` must be at least 0, found `-1`"),
          new Refusal(cleanup(1, "7y", true), 400, "`older_than` has the unknown unit `y`"),
          new Refusal(repair(null, true), 400, "`force` requires `confirm`"));

  @TempDir Path directory;

  private Serving serving;
  private FakeServer server;

  @BeforeEach
  void serveAGraphOfTwoWrites() {
    try (Graph graph =
        Graphs.create(
            directory.resolve("graphs/people.omni").toString(),
            TestSchemas.people(),
            Optional.empty(),
            FaultPoints.none())) {
      for (String name : List.of("ada", "bob")) {
        graph.write(new WriteRequest("main", null, "mutate"), t -> many(t, name));
      }
    }
    Start start =
        new GraphServingPlugin()
            .start(FakeServer.context(FakeServer.revision(directory, "people")));
    serving = start instanceof Start.Ready(Serving ready) ? ready : fail("refused");
    server = new FakeServer(serving);
  }

  /** So many people that they go to a version of their own. */
  private static int many(Transaction t, String name) {
    for (int i = 0; i < 300; i++) {
      t.upsertNode("Person", null, Map.of("name", name + i));
    }
    return 300;
  }

  @AfterEach
  void stop() {
    serving.close();
  }

  @ParameterizedTest
  @FieldSource("ANSWERS")
  void whoMayDoItGetsTheReport(Answer given) {
    assertThat(server.checks(given.call())).containsExactly(given.check());
    assertThat(Json.compact(Json.tree(server.call(given.call())))).contains(given.part());
  }

  @ParameterizedTest
  @FieldSource("REFUSALS")
  void aFailureHasItsStatus(Refusal given) {
    assertThat(server.call(given.call()))
        .isInstanceOfSatisfying(
            Problem.class,
            problem -> {
              assertThat(problem.status()).isEqualTo(given.status());
              assertThat(problem.message()).contains(given.message());
            });
  }

  @AfterAll
  static void say() {
    System.out.println("rows covered: " + (ANSWERS.size() + REFUSALS.size()));
  }

  private static Call<?> stats(String branch) {
    return new Call<>(
        "getStats", Map.of("graph_id", "people"), Map.of("branch", branch), Optional.empty());
  }

  private static Call<?> cleanup(
      @Nullable Integer keep, @Nullable String olderThan, @Nullable Boolean confirm) {
    return call("cleanupGraph", new Cleanup(keep, olderThan, null, confirm));
  }

  private static Call<?> repair(@Nullable Boolean confirm, @Nullable Boolean force) {
    return call("repairGraph", new Repair(confirm, force));
  }

  private static Call<?> call(String operation, Object body) {
    return new Call<>(operation, Map.of("graph_id", "people"), Map.of(), body);
  }

  record Answer(Call<?> call, Check check, String part) {}

  record Refusal(Call<?> call, int status, String message) {}
}
