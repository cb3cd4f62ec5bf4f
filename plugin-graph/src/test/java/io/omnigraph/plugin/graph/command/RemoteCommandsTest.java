package io.omnigraph.plugin.graph.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.omnigraph.api.command.RemoteGraph;
import io.omnigraph.ground.json.Json;
import io.omnigraph.plugin.graph.command.GraphCommandsTest.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RemoteCommandsTest {

  private static final String URI = " http://localhost:8080/graphs/harbour";

  @TempDir Path directory;

  private final List<String> requests = new ArrayList<>();

  @Test
  void loadPostsTheWholeFile() throws IOException {
    Files.writeString(directory.resolve("seed.jsonl"), "{\"type\":\"Port\"}");

    String out =
        run(
            "load --data @/seed.jsonl --mode append --message harvest" + URI,
            """
            {"uri":"/srv/harbour.omni","branch":"main","base_branch":null,"branch_created":false,
             "mode":"append","tables":[{"table_key":"node:Port","rows_loaded":3}],
             "actor_id":"mira"}
            """);

    assertThat(requests)
        .containsExactly(
            "POST /ingest {\"branch\":\"main\",\"from\":null,\"mode\":\"append\","
                + "\"data\":\"{\\\"type\\\":\\\"Port\\\"}\",\"message\":\"harvest\"}");
    assertThat(out)
        .isEqualTo(
            "loaded http://localhost:8080/graphs/harbour on branch main with append: 3 nodes across"
                + " 1 node type, 0 edges across 0 edge types\n");
  }

  @Test
  void exportPostsWhatIsNamedAndPrintsTheLinesThatCome() {
    String out = run("export --type Port --branch review" + URI, "{\"type\":\"Port\"}");

    assertThat(requests)
        .containsExactly(
            "POST /export {\"branch\":\"review\",\"type_names\":[\"Port\"],\"table_keys\":[]}");
    assertThat(out).isEqualTo("{\"type\":\"Port\"}\n");
  }

  @Test
  void snapshotGetsABranch() {
    String out =
        run(
            "snapshot --branch feat/x" + URI,
            "{\"branch\":\"feat/x\",\"manifest_version\":5,\"tables\":[]}");

    assertThat(requests).containsExactly("GET /snapshot?branch=feat%2Fx");
    assertThat(out).isEqualTo("branch: feat/x\nmanifest_version: 5\n");
  }

  @Test
  void commitListGetsAPage() {
    String out = run("commit list --limit 2 --before 01JY" + URI, "{\"commits\":[]}");

    assertThat(requests).containsExactly("GET /commits?branch=main&limit=2&before=01JY");
    assertThat(out).isEmpty();
  }

  @Test
  void commitShowGetsACommit() {
    String out =
        run(
            "commit show 01JY --uri" + URI,
            """
            {"graph_commit_id":"01JY","manifest_branch":"feat","manifest_version":3,
             "parent_commit_id":null,"merged_parent_commit_id":null,"actor_id":null,
             "created_at":1781179200000000}
            """);

    assertThat(requests).containsExactly("GET /commits/01JY");
    assertThat(out)
        .isEqualTo(
            """
            graph_commit_id: 01JY
            manifest_branch: feat
            manifest_version: 3
            created_at: 1781179200000000
            """);
  }

  @Test
  void optimizePostsNothingAndPrintsTheReport() {
    String out =
        run(
            "optimize" + URI,
            """
            {"uri":"/srv/harbour.omni","tables":[{"table_key":"node:Port","fragments_removed":3,
             "fragments_added":1,"committed":true}]}
            """);

    assertThat(requests).containsExactly("POST /optimize {}");
    assertThat(out).startsWith("optimize /srv/harbour.omni — 1 table\n").contains("frags 3 → 1 ✓");
  }

  @Test
  void cleanupPostsItsLimits() {
    String reply =
        """
        {"uri":"/srv/harbour.omni","keep_versions":1,"older_than_secs":604800,
         "tables":[{"table_key":"node:Port","bytes_removed":70,"old_versions_removed":2}]}
        """;

    Outcome preview = outcome("cleanup --keep 1 --older-than 7d" + URI, reply);
    String out = run("cleanup --keep 1 --older-than 7d --grace 2h --confirm" + URI, reply);

    assertThat(requests)
        .containsExactly(
            "POST /cleanup {\"keep\":1,\"older_than\":\"7d\",\"confirm\":false}",
            "POST /cleanup {\"keep\":1,\"older_than\":\"7d\",\"grace\":\"2h\",\"confirm\":true}");
    assertThat(preview.out()).isEmpty();
    assertThat(preview.err()).contains("It would remove 2 versions (70 bytes) across 1 table");
    assertThat(out)
        .isEqualTo(
            "cleanup /srv/harbour.omni (keep 1, older than 7d)"
                + " — removed 2 versions (70 bytes) across 1 table\n");
  }

  @Test
  void repairPostsHowFarItMayGoAndFailsOnWhatWasRefused() {
    Outcome outcome =
        outcome(
            "repair --confirm" + URI,
            """
            {"uri":"/srv/harbour.omni","confirm":true,"force":false,"manifest_version":null,
             "tables":[],"findings":[{"subject":"branch main","explanation":"its head is gone",
             "remedy":"go back","action":"refused"}]}
            """);

    assertThat(requests).containsExactly("POST /repair {\"confirm\":true,\"force\":false}");
    assertThat(outcome.exitCode()).isEqualTo(1);
    assertThat(outcome.out()).contains("branch main: its head is gone");
    assertThat(outcome.err()).contains("repair refused 1 finding");
  }

  @Test
  void repairUnderstandsASoundGraph() {
    String out =
        run(
            "repair" + URI,
            "{\"uri\":\"/srv/harbour.omni\",\"confirm\":false,\"force\":false,\"tables\":[]}");

    assertThat(out).isEqualTo("repair /srv/harbour.omni — preview mode, 0 tables\n");
  }

  @Test
  void statsGetsABranch() {
    String out =
        run(
            "stats --branch feat/x" + URI,
            """
            {"uri":"/srv/harbour.omni","branch":"feat/x","manifest_version":5,"tables":[],
             "commits":9,"branches":2,"tags":1,"bytes":700,"cache_bytes":0}
            """);

    assertThat(requests).containsExactly("GET /stats?branch=feat%2Fx");
    assertThat(out)
        .isEqualTo(
            """
            stats /srv/harbour.omni — branch feat/x, version 5
            9 commits, 2 branches, 1 tag, 700 bytes
            """);
  }

  private String run(String command, String reply) {
    return outcome(command, reply).out();
  }

  private Outcome outcome(String command, String reply) {
    return new CommandLineUnderTest(directory, new Recording(reply)).run(command);
  }

  /** A server that answers everything with one document. */
  private final class Recording implements RemoteGraph {

    private final String reply;

    Recording(String reply) {
      this.reply = reply;
    }

    @Override
    public JsonNode get(String path) {
      return answer("GET " + path);
    }

    @Override
    public JsonNode post(String path, JsonNode body) {
      return answer("POST " + path + " " + Json.compact(body));
    }

    @Override
    public JsonNode delete(String path) {
      return answer("DELETE " + path);
    }

    private JsonNode answer(String request) {
      requests.add(request);
      try {
        return Json.mapper().readTree(reply);
      } catch (JsonProcessingException e) {
        throw new AssertionError(e);
      }
    }
  }
}
