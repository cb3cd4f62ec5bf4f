package io.omnigraph.plugin.graph.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.omnigraph.graph.Graph;
import io.omnigraph.graph.Graphs;
import io.omnigraph.graph.write.Transaction;
import io.omnigraph.graph.write.WriteRequest;
import io.omnigraph.ground.fault.FaultPoints;
import io.omnigraph.plugin.graph.command.GraphCommandsTest.Outcome;
import io.omnigraph.store.TestSchemas;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class MaintenanceCommandsTest {

  static final List<Refusal> REFUSALS =
      List.of(
          new Refusal("cleanup @/g.omni", 1, "needs `--keep` or `--older-than`"),
          new Refusal("cleanup @/g.omni --keep 1 --older-than 7y", 1, "unknown unit `y`"),
          new Refusal("cleanup @/g.omni --keep=-1", 2, "must be at least 0"),
          new Refusal("repair @/g.omni --force", 2, "`--force` requires `--confirm`"),
          new Refusal("optimize @/none.omni", 1, "graph not found"));

  @TempDir Path directory;

  @BeforeEach
  void aGraphOfThreeWrites() {
    try (Graph graph =
        Graphs.create(
            directory.resolve("g.omni").toString(),
            TestSchemas.people(),
            Optional.empty(),
            FaultPoints.none())) {
      for (String name : List.of("ada", "bob", "cleo")) {
        graph.write(new WriteRequest("main", null, "mutate"), t -> many(t, name));
      }
    }
  }

  /** So many people that they go to a version of their own. */
  private static int many(Transaction t, String name) {
    for (int i = 0; i < 300; i++) {
      t.upsertNode("Person", null, Map.of("name", name + i));
    }
    return 300;
  }

  @ParameterizedTest
  @FieldSource("REFUSALS")
  void wrongUseChangesNothing(Refusal c) {
    Outcome outcome = run(c.words());

    assertThat(outcome.exitCode()).isEqualTo(c.exitCode());
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err()).contains(c.message());
  }

  @Test
  void optimizeThenCleanupThenRepair() {
    assertThat(run("optimize @/g.omni").out())
        .startsWith("optimize @/g.omni — 4 tables\n")
        .containsPattern(" {2}node:Person +frags 3 → 1 ✓\n")
        .containsPattern(" {2}node:Town +no-op\n");

    Outcome preview = run("cleanup @/g.omni --keep 1 --json");
    assertThat(preview.exitCode()).isZero();
    assertThat(preview.out()).isEmpty();
    assertThat(preview.err())
        .contains("cleanup is destructive — rerun with --confirm. It would remove 3 versions (");

    assertThat(run("cleanup @/g.omni --keep 1 --confirm --json").out())
        .contains("\"keep_versions\": 1,\n  \"older_than_secs\": null,")
        .contains("\"old_versions_removed\": 3,\n      \"error\": null");
    assertThat(run("repair @/g.omni").out())
        .startsWith("repair @/g.omni — preview mode, 4 tables\n")
        .doesNotContain("preview:");
    assertThat(run("stats @/g.omni").out())
        .containsPattern("node:Person +rows=900 dead=0 fragments=1 ")
        .contains("5 commits, 1 branch, 0 tags");
  }

  private Outcome run(String words) {
    return new CommandLineUnderTest(directory).run(words);
  }

  record Refusal(String words, int exitCode, String message) {}
}
