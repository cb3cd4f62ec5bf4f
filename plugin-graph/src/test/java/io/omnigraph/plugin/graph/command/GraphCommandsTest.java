package io.omnigraph.plugin.graph.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.omnigraph.ground.json.Json;
import io.omnigraph.io.load.Harbour;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class GraphCommandsTest {

  private static final String SEED =
      """
      {"type":"Vessel","data":{"imo":"9321483","name":"Kestrel"}}
      {"type":"Port","data":{"code":"NLRTM","name":"Rotterdam"}}
      {"edge":"Calls","from":"9321483","to":"NLRTM"}
      """;

  static final List<Refusal> REFUSALS =
      List.of(
          new Refusal("no such data", "load --data @/none.jsonl @/g", "No such file"),
          new Refusal("data is a directory", "load --data @ @/g", "it is a directory"),
          new Refusal("no graph", "load --data @/seed.jsonl @/none", "graph not found at `@/none`"),
          new Refusal("not a graph", "snapshot @", "is not a graph: `graph.json` not found"),
          new Refusal(
              "no such branch", "load --data @/seed.jsonl --branch x @/g", "branch 'x' not found"),
          new Refusal(
              "no such base",
              "load --data @/seed.jsonl --branch x --from y @/g",
              "branch 'y' not found"),
          new Refusal(
              "an internal branch",
              "load --data @/seed.jsonl --branch __schema_apply_lock__ @/g",
              "internal system ref"),
          new Refusal(
              "bad data",
              "load --data @/bad.jsonl @/g",
              "@/bad.jsonl:2: record 2: unknown node type 'Ship'"),
          new Refusal("unknown commit", "commit show 01ARZ3 --uri @/g", "'01ARZ3' not found"),
          new Refusal("no such schema", "init --schema @/none.pg @/n", "No such file"),
          new Refusal("a wrong schema", "init --schema @/bad.jsonl @/n", "@/bad.jsonl:1:1: "),
          new Refusal(
              "a served graph",
              "init --schema @/harbour.pg http://localhost/g",
              "only supported against local graph URIs"),
          new Refusal(
              "initialised",
              "init --schema @/harbour.pg @/g",
              "graph already initialized at '@/g'"),
          new Refusal(
              "initialised, forced",
              "init --force --schema @/harbour.pg @/g",
              "graph already initialized at '@/g'"),
          new Refusal("foreign files", "init --force --schema @/harbour.pg @", "is not a graph"));

  @TempDir Path directory;

  private CommandLineUnderTest cli;

  @BeforeEach
  void createGraph() throws IOException {
    cli = new CommandLineUnderTest(directory);
    Files.writeString(directory.resolve("harbour.pg"), Harbour.SOURCE);
    Files.writeString(directory.resolve("seed.jsonl"), SEED);
    Files.writeString(
        directory.resolve("bad.jsonl"),
        SEED.lines().findFirst().orElse("") + "\n{\"type\":\"Ship\"}\n");
    cli.run("init --schema @/harbour.pg @/g");
  }

  @Test
  void initSaysWhatItMade() {
    assertThat(cli.run("init --schema @/harbour.pg @/a/b/new"))
        .isEqualTo(new Outcome(0, "initialized @/a/b/new\n", ""));
  }

  @Test
  void loadNeedsNoMode() {
    assertThat(cli.run("load --data @/seed.jsonl @/g"))
        .isEqualTo(
            new Outcome(
                0,
                "loaded @/g on branch main with merge: 2 nodes across 2 node types, 1 edge across"
                    + " 1 edge type\n",
                ""));
  }

  @Test
  void loadPrintsADocument() {
    assertThat(cli.run("load --json --data @/seed.jsonl @/g").out())
        .isEqualTo(
            """
            {
              "uri": "@/g",
              "branch": "main",
              "mode": "merge",
              "branch_created": false,
              "nodes_loaded": 2,
              "edges_loaded": 1,
              "node_types_loaded": 2,
              "edge_types_loaded": 1,
              "members_ignored": 0
            }
            """);
  }

  @Test
  void loadCreatesABranchWhereAskedTo() {
    Outcome outcome = cli.run("load --data @/seed.jsonl --branch review --from main @/g");

    assertThat(outcome.out()).endsWith("branch review created from main\n");
    JsonNode again = json("load --json --data @/seed.jsonl --branch review --from none @/g");
    assertThat(again.path("base_branch").textValue()).isEqualTo("none");
    assertThat(again.path("branch_created").booleanValue()).isFalse();
  }

  @ParameterizedTest
  @FieldSource("REFUSALS")
  void aRefusalIsOneErrorAndNoResult(Refusal given) {
    Outcome outcome = cli.run(given.command());

    assertThat(outcome.exitCode()).isEqualTo(1);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err()).startsWith("Error: ").contains(given.message());
  }

  @Test
  void anotherModeIsWrongUse() {
    assertThat(cli.run("load --mode MERGE --data @/seed.jsonl @/g"))
        .satisfies(outcome -> {
          assertThat(outcome.exitCode()).isEqualTo(2);
          assertThat(outcome.err()).contains("expected merge, append, overwrite");
        });
  }

  @Test
  void snapshotListsEveryTypeOfTheSchema() {
    cli.run("load --data @/seed.jsonl @/g");

    assertThat(cli.run("snapshot @/g").out())
        .isEqualTo(
            """
            branch: main
            manifest_version: 2
            edge:Calls v2 branch=main rows=1
            edge:HomePort v1 branch=main rows=0
            node:Berth v1 branch=main rows=0
            node:Port v2 branch=main rows=1
            node:Remark v1 branch=main rows=0
            node:Tide v1 branch=main rows=0
            node:Vessel v2 branch=main rows=1
            """);
    assertThat(json("snapshot --json @/g").path("tables").path(0).propertyStream())
        .extracting(Map.Entry::getKey)
        .containsExactly("table_key", "table_path", "table_version", "table_branch", "row_count");
  }

  @Test
  void commitsAreListedNewestFirstAndByPage() {
    cli.run("load --data @/seed.jsonl @/g");
    JsonNode commits = json("commit list --json @/g").path("commits");
    String newest = commits.path(0).path("graph_commit_id").textValue();
    String first = commits.path(1).path("graph_commit_id").textValue();

    assertThat(cli.run("commit list @/g").out())
        .isEqualTo(
            newest + " branch=main version=2 actor=mira\n" + first + " branch=main version=1\n");
    assertThat(cli.run("commit list --limit 1 @/g").out()).startsWith(newest).hasLineCount(1);
    assertThat(cli.run("commit list --before " + newest + " @/g").out()).startsWith(first);
    assertThat(commits.path(1).toString())
        .isEqualTo(
            ("{\"graph_commit_id\":\"%s\",\"manifest_branch\":null,\"manifest_version\":1,\"parent_commit_id\":null,\"merged_parent_commit_id\":null,\"actor_id\":null,\"created_at\":%s,"
                 + "\"operation\":\"init\",\"message\":null,\"changes\":{}}")
                .formatted(first, commits.path(1).path("created_at")));
  }

  @Test
  void aCommitIsShown() {
    cli.run("load --data @/seed.jsonl @/g");
    JsonNode commit = json("commit list --json @/g").path("commits").path(0);
    String id = commit.path("graph_commit_id").textValue();

    assertThat(json("commit show --json " + id + " --uri @/g")).isEqualTo(commit);
    assertThat(cli.run("commit show " + id + " --uri @/g").out())
        .isEqualTo(
            """
            graph_commit_id: %s
            manifest_branch: main
            manifest_version: 2
            parent_commit_id: %s
            actor_id: mira
            created_at: %s
            operation: load
            changes: edge:Calls inserted=1 updated=0 deleted=0
            changes: node:Port inserted=1 updated=0 deleted=0
            changes: node:Vessel inserted=1 updated=0 deleted=0
            """
                .formatted(
                    id, commit.path("parent_commit_id").textValue(), commit.path("created_at")));
  }

  private JsonNode json(String command) {
    try {
      return Json.mapper().readTree(cli.run(command).out());
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  record Refusal(String name, String command, String message) {}

  /** What a command came to. */
  record Outcome(int exitCode, String out, String err) {}
}
