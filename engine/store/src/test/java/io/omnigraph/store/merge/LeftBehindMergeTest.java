package io.omnigraph.store.merge;

import static org.assertj.core.api.Assertions.assertThat;

import io.omnigraph.graph.Graphs;
import io.omnigraph.graph.live.LiveSchema;
import io.omnigraph.graph.merge.MergeOutcome;
import io.omnigraph.graph.write.Transaction;
import io.omnigraph.ground.fault.FaultPoints;
import io.omnigraph.schema.migration.MigrationStep.DropMode;
import io.omnigraph.store.TestSchemas;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Merges of a branch that a schema change did not reach. */
class LeftBehindMergeTest {

  private static final String BEFORE =
      """
      node N { key: String @key q: I32? name: String? }
      node Old { key: String @key }
      """;

  private static final String DROPPED = "node N { key: String @key q: I32? name: String? }\n";

  static final List<Case> CASES =
      List.of(
          new Case(
              "an added property is null",
              BEFORE.replace("name: String?", "name: String? flag: String?"),
              put("b", 2),
              "merged",
              "N b key='b' q='2' name=null flag=null"),
          new Case(
              "a renamed property is found",
              BEFORE.replace("q: I32?", "rank: I32? @rename_from(\"q\")"),
              put("b", 2),
              "merged",
              "N b key='b' rank='2' name=null"),
          new Case(
              "a dropped property is left out",
              BEFORE.replace("q: I32?", ""),
              put("b", 2),
              "merged",
              "N b key='b' name=null"),
          new Case(
              "a dropped type that was left alone",
              DROPPED,
              put("b", 2),
              "merged",
              "N b key='b' q='2' name=null"),
          new Case(
              "a dropped type with new rows",
              DROPPED,
              t -> t.upsertNode("Old", null, Map.of("key", "o")),
              "branch `night` has written rows of `node:Old`, which the newer schema of branch"
                  + " `main` does not have",
              "N a"),
          new Case(
              "a new rule that a row breaks",
              BEFORE.replace("name: String? }", "name: String? @range(q, 0..10) }"),
              put("b", 20),
              "value_constraint_violation",
              "N a"));

  @TempDir private Path directory;

  @ParameterizedTest
  @FieldSource("CASES")
  void rowsAreCarriedForwardOrRefused(Case c) throws IOException {
    try (MergeLab lab = MergeLab.create(directory, BEFORE)) {
      lab.write("main", put("a", 1));
      lab.graph().createBranch("night", "main");
      lab.write("night", c.work());
      lab.write("main", put("own", 1));
      Path ref = Path.of(lab.graph().uri(), "refs", "night.json");
      byte[] behind = Files.readAllBytes(ref);
      Files.delete(ref);
      apply(lab.graph().uri(), c.schema());
      Files.write(ref, behind);

      MergeOutcome outcome = lab.merge("night", "main");

      assertThat(MergeLab.shown(outcome)).isEqualTo(c.outcome());
      assertThat(String.join("\n", lab.content("main"))).contains(c.contained()).contains("N own");
    }
  }

  private static void apply(String root, String schema) {
    try (LiveSchema live = Graphs.ENGINE.schemas().open(root, FaultPoints.none())) {
      assertThat(live.apply(TestSchemas.of(schema), DropMode.SOFT, Optional.empty()))
          .isInstanceOf(LiveSchema.Outcome.Applied.class);
    }
  }

  private static Consumer<Transaction> put(String key, long q) {
    return t -> t.upsertNode("N", null, Map.of("key", key, "q", q));
  }

  record Case(
      String name, String schema, Consumer<Transaction> work, String outcome, String contained) {
    @Override
    public String toString() {
      return name;
    }
  }
}
