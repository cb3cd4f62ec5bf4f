package io.omnigraph.graph.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.omnigraph.api.command.RemoteGraph;
import io.omnigraph.api.json.Json;
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
            "load --data @/seed.jsonl --mode append" + URI,
            """
            {"uri":"/srv/harbour.omni","branch":"main","base_branch":null,"branch_created":false,
             "mode":"append","tables":[{"table_key":"node:Port","rows_loaded":3}],
             "actor_id":"mira"}
            """);

    assertThat(requests)
        .containsExactly(
            "POST /ingest {\"branch\":\"main\",\"from\":null,\"mode\":\"append\","
                + "\"data\":\"{\\\"type\\\":\\\"Port\\\"}\"}");
    assertThat(out)
        .isEqualTo(
            "loaded http://localhost:8080/graphs/harbour on branch main with append: 3 nodes across"
                + " 1 node types, 0 edges across 0 edge types\n");
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

  private String run(String command, String reply) {
    return new CommandLineUnderTest(directory, new Recording(reply)).run(command).out();
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
