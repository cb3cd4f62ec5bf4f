package io.omnigraph.plugin.graph.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.omnigraph.ground.json.Json;
import io.omnigraph.plugin.graph.command.GraphCommandsTest.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class BranchCommandsTest {

  private static final String SCHEMA =
      """
      node Ship { imo: String @key name: String? length: I32? }
      edge Follows: Ship -> Ship
      """;

  static final List<Refusal> REFUSALS =
      List.of(
          new Refusal("branch create main", "cannot create branch 'main'"),
          new Refusal("branch create a..b", "`a..b` is not a branch name"),
          new Refusal("branch create x.lock", "`x.lock` is not a branch name"),
          new Refusal("branch create a//b", "`a//b` is not a branch name"),
          new Refusal("branch create /a", "`/a` is not a branch name"),
          new Refusal("branch create __schema_apply_lock__", "internal system ref"),
          new Refusal("branch create night", "branch 'night' already exists"),
          new Refusal("branch create dawn --from dusk", "branch 'dusk' not found"),
          new Refusal("branch delete main", "cannot delete branch 'main'"),
          new Refusal("branch delete dusk", "branch 'dusk' not found"),
          new Refusal("branch delete /__schema_apply_lock__", "internal system ref"),
          new Refusal("branch delete parent", "branch 'child' still depends on it"),
          new Refusal("branch rename main other", "cannot delete branch 'main'"),
          new Refusal("branch rename dusk other", "branch 'dusk' not found"),
          new Refusal("branch rename night parent", "'parent' already exists"),
          new Refusal("branch merge main --into main", "distinct source and target"),
          new Refusal("branch merge dusk", "branch 'dusk' not found"),
          new Refusal("branch merge night --into dusk", "branch 'dusk' not found"),
          new Refusal("branch merge __schema_apply_lock__", "internal system ref"),
          new Refusal("tag create v1", "tag 'v1' already exists"),
          new Refusal("tag create v2 dusk", "branch 'dusk' not found"),
          new Refusal("tag delete v2", "tag 'v2' not found"),
          new Refusal("diff dusk main", "branch 'dusk' not found"),
          new Refusal("diff tag:v2 main", "tag 'v2' not found"));

  @TempDir private Path directory;

  @BeforeEach
  void create() throws IOException {
    Files.writeString(directory.resolve("harbour.pg"), SCHEMA);
    ok("init --schema @/harbour.pg @/harbour.omni");
    load("main", "9301122", "Aurora", 182);
  }

  @Test
  void branchesAreCreatedListedRenamedAndDeleted() {
    assertThat(ok("branch create zeta" + at())).isEqualTo("created branch zeta from main\n");
    assertThat(ok("branch create alpha --from zeta" + at()))
        .isEqualTo("created branch alpha from zeta\n");

    assertThat(ok("branch list @/harbour.omni")).isEqualTo("alpha\nmain\nzeta\n");
    assertThat(ok("branch rename zeta beta" + at())).isEqualTo("renamed branch zeta to beta\n");
    assertThat(run("branch delete beta" + at()).err()).contains("'alpha' still depends on it");
    assertThat(ok("branch delete alpha" + at())).isEqualTo("deleted branch alpha\n");
    assertThat(ok("branch delete beta" + at())).isEqualTo("deleted branch beta\n");
    assertThat(ok("branch list @/harbour.omni")).isEqualTo("main\n");
  }

  @Test
  void documentsHaveTheirFields() {
    assertThat(json("branch create feat --json" + at()))
        .isEqualTo("{'uri':'@/harbour.omni','from':'main','name':'feat','actor_id':'mira'}");
    assertThat(json("branch list --json @/harbour.omni")).isEqualTo("{'branches':['feat','main']}");
    load("feat", "7", "Bora", 90);
    assertThat(json("branch merge feat --json" + at()))
        .isEqualTo("{'source':'feat','target':'main','outcome':'fast_forward','actor_id':'mira'}");
    assertThat(json("branch delete feat --json" + at()))
        .isEqualTo("{'uri':'@/harbour.omni','name':'feat','actor_id':'mira'}");
  }

  @Test
  void aMergeShowsItsOutcomeAndItsCommit() {
    ok("branch create feat" + at());
    load("feat", "7", "Bora", 90);
    load("main", "8", "Cetus", 70);

    assertThat(ok("branch merge feat -m evening" + at()))
        .isEqualTo("merged feat into main: merged\n");

    JsonNode newest = tree(ok("commit list --json --limit 1 @/harbour.omni")).at("/commits/0");
    assertThat(newest.path("operation").asText()).isEqualTo("merge");
    assertThat(newest.path("message").asText()).isEqualTo("evening");
    assertThat(newest.path("actor_id").asText()).isEqualTo("mira");
    assertThat(newest.path("merged_parent_commit_id").asText()).isNotEmpty();
    assertThat(newest.at("/changes/node:Ship/inserted").asInt()).isOne();
    assertThat(ok("branch merge feat" + at()))
        .isEqualTo("merged feat into main: already_up_to_date\n");
  }

  @Test
  void conflictsAreNamedAndCellsCanBeMerged() {
    ok("branch create feat" + at());
    load("feat", "9301122", "Aurora II", 182);
    load("main", "9301122", "Aurora", 190);

    Outcome refused = run("branch merge feat" + at());

    assertThat(refused.exitCode()).isOne();
    assertThat(refused.out()).isEmpty();
    assertThat(refused.err())
        .contains("merge conflicts: node:Ship:9301122 (divergent_update)")
        .contains("node:Ship 9301122: both sides changed the row in different ways")
        .containsPattern("    \\w+: base .*, target .*, source .*");
    assertThat(run("branch merge feat --json" + at()).out())
        .contains("\"merge_conflicts\"", "\"base\"", "\"ours\"", "\"theirs\"");
    assertThat(ok("branch merge feat --cells" + at())).isEqualTo("merged feat into main: merged\n");
    assertThat(ok("diff feat main" + at()))
        .contains("~ node:Ship 9301122\n    length: 182 -> 190\n");
  }

  @Test
  void aDifferenceShowsWhatWasInsertedUpdatedAndDeleted() {
    ok("tag create before" + at());
    ok("branch create feat" + at());
    load("feat", "9301122", "Aurora II", 182);
    load("feat", "7", "Bora", 90);

    String out = ok("diff tag:before feat" + at());

    assertThat(out.lines().skip(1))
        .containsExactly(
            "+ node:Ship 7 imo=\"7\" name=\"Bora\" length=90",
            "~ node:Ship 9301122",
            "    name: \"Aurora\" -> \"Aurora II\"",
            "1 inserted, 1 updated, 0 deleted");
    JsonNode document = tree(ok("diff --json feat main --op delete" + at()));
    assertThat(document.at("/changes/0/op").asText()).isEqualTo("delete");
    assertThat(document.at("/changes/0/before/name").asText()).isEqualTo("Bora");
    assertThat(document.at("/stats/deletes").asInt()).isOne();
    assertThat(ok("diff main main" + at())).endsWith("0 inserted, 0 updated, 0 deleted\n");
    assertThat(tree(ok("diff --json main main" + at())).path("changes").size()).isZero();
  }

  @Test
  void tagsNameCommitsAndCanBeRead() {
    ok("tag create v1 main -m first" + at());
    load("main", "7", "Bora", 90);

    assertThat(ok("tag list @/harbour.omni")).startsWith("v1 ").endsWith("  first\n");
    assertThat(ok("snapshot --tag v1 @/harbour.omni")).contains("node:Ship v2 branch=main rows=1");
    assertThat(ok("snapshot @/harbour.omni")).contains("rows=2");
    assertThat(ok("tag delete v1" + at())).isEqualTo("deleted tag v1\n");
    assertThat(ok("tag list @/harbour.omni")).isEmpty();
  }

  @Test
  void historyIsReadAtAPointInTimeAndAcrossBranches() {
    ok("branch create feat" + at());
    load("feat", "7", "Bora", 90);
    load("main", "8", "Cetus", 70);

    assertThat(ok("snapshot --at 2999-01-01 @/harbour.omni")).contains("rows=2");
    assertThat(ok("commit list @/harbour.omni").lines()).hasSize(3);
    assertThat(ok("commit list --all @/harbour.omni").lines()).hasSize(4);
    assertThat(run("snapshot --at never @/harbour.omni").err()).contains("has no time");
  }

  @ParameterizedTest
  @FieldSource("REFUSALS")
  void impossibleWorkIsRefused(Refusal refusal) {
    ok("branch create night" + at());
    ok("branch create parent" + at());
    ok("branch create child --from parent" + at());
    ok("tag create v1" + at());

    Outcome outcome = run(refusal.command() + at());

    assertThat(outcome.exitCode()).isOne();
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err()).contains(refusal.message());
  }

  private void load(String branch, String imo, String name, int length) {
    try {
      Files.writeString(
          directory.resolve("ship.jsonl"),
          "{\"type\":\"Ship\",\"data\":{\"imo\":\"%s\",\"name\":\"%s\",\"length\":%d}}"
              .formatted(imo, name, length));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    ok("load --data @/ship.jsonl --branch " + branch + " @/harbour.omni");
  }

  private String ok(String command) {
    Outcome outcome = run(command);
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.exitCode()).isZero();
    return outcome.out();
  }

  private Outcome run(String command) {
    return new CommandLineUnderTest(directory).run(command);
  }

  private String json(String command) {
    return Json.compact(tree(ok(command))).replace('"', '\'');
  }

  private static JsonNode tree(String text) {
    try {
      return Json.mapper().readTree(text);
    } catch (JsonProcessingException e) {
      throw new AssertionError(text, e);
    }
  }

  private static String at() {
    return " --uri @/harbour.omni";
  }

  record Refusal(String command, String message) {}
}
