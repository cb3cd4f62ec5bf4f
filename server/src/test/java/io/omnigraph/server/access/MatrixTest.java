package io.omnigraph.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.omnigraph.ground.json.Json;
import io.omnigraph.server.access.GuardedServer.Answer;
import io.omnigraph.server.access.RuleReading.Need;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every actor, graph, spelling of a branch and route: who gets through over the wire is whom
 * docs/reference/policy.md lets through. Requests are such that they change nothing even when they
 * are allowed.
 */
class MatrixTest {

  private static final String HIDDEN = "stored query not found";

  /** What everybody is told who would make a branch {@code main}. */
  private static final String NEVER_NEW = "every graph has it";

  private static final List<String> SPELLINGS =
      List.of(
          "main", " main ", "main\t", "release", " release", "draft", " draft ", "Main", "night");

  /** Spellings of no branch at all. */
  private static final List<String> MALFORMED =
      List.of("ma in", "a..b", "/main", "main/", "main.lock", "__schema_apply_lock__", "ma\nin");

  /** A request that names a branch and the decisions that it needs, in their order. */
  record Asked(
      String method,
      Function<String, String> path,
      Function<String, String> body,
      Function<String, List<Need>> needs) {}

  private static final List<Asked> ROUTES =
      List.of(
          get("/snapshot?branch=%s", b -> List.of(Need.branch("read", b))),
          get("/stats?branch=%s", b -> List.of(Need.branch("read", b))),
          get("/commits?branch=%s", b -> List.of(Need.branch("read", b))),
          post("/export", b -> json("branch", b, "type_names", List.of("Nope")), "export"),
          post("/query", b -> json("query", "nonsense", "branch", b), "read"),
          post("/read", b -> json("query_source", "nonsense", "branch", b), "read"),
          post("/mutate", b -> json("query", "nonsense", "branch", b), "change"),
          post("/change", b -> json("query", "nonsense", "branch", b), "change"),
          post("/ingest", b -> json("data", "{", "branch", b), "change"),
          new Asked(
              "POST",
              b -> "/load/ndjson?branch=" + encoded(b),
              _ -> "{",
              b -> List.of(Need.branch("change", b))),
          new Asked(
              "POST",
              _ -> "/branches/merge",
              b -> json("source", "nosuch", "target", b),
              b -> List.of(Need.target("branch_merge", b))),
          new Asked(
              "POST",
              _ -> "/tags",
              b -> json("name", b, "target", "nosuch"),
              b -> List.of(Need.target("branch_create", b))),
          new Asked(
              "DELETE",
              b -> "/tags/" + encoded(b),
              _ -> "",
              b -> List.of(Need.target("branch_delete", b))),
          new Asked(
              "POST",
              _ -> "/branches/rename",
              b -> json("name", "nosuch", "to", b),
              b ->
                  List.of(Need.target("branch_delete", "nosuch"), Need.target("branch_create", b))),
          new Asked(
              "POST",
              _ -> "/queries/find",
              b -> json("branch", b),
              b -> List.of(Need.on("invoke_query"), Need.branch("read", b))),
          new Asked(
              "POST",
              _ -> "/queries/add",
              b -> json("branch", b),
              b -> List.of(Need.on("invoke_query"), Need.branch("change", b))));

  /** Requests that name no branch. */
  private static final List<Asked> WITHOUT_BRANCH =
      List.of(
          get("/schema", _ -> List.of(Need.on("read"))),
          get("/branches", _ -> List.of(Need.on("read"))),
          get("/tags", _ -> List.of(Need.on("read"))),
          get("/commits/01ARZ3NDEKTSV4RRFFQ69G5FAV", _ -> List.of(Need.on("read"))),
          get("/commits?all=true", _ -> List.of(Need.on("read"))),
          get("/commits", _ -> List.of(Need.branch("read", "main"))),
          get("/diff", _ -> List.of(Need.branch("read", "main"))),
          get("/queries", _ -> List.of(Need.branch("read", "main"))),
          new Asked("POST", _ -> "/optimize", _ -> "", _ -> List.of(Need.on("admin"))),
          new Asked(
              "POST", _ -> "/cleanup", _ -> json("keep", 100), _ -> List.of(Need.on("admin"))),
          new Asked("POST", _ -> "/repair", _ -> "{}", _ -> List.of(Need.on("admin"))),
          new Asked(
              "POST",
              _ -> "/schema/plan",
              _ -> json("schema_source", "nonsense"),
              _ -> List.of(Need.on("read"))),
          new Asked(
              "POST",
              _ -> "/schema/apply",
              _ -> json("schema_source", "nonsense"),
              _ -> List.of(Need.target("schema_apply", "main"))));

  @TempDir Path directory;

  private final List<String> wrong = new ArrayList<>();

  @Test
  void whoGetsThroughIsWhomTheRulesLetThrough() {
    int decisions = 0;
    try (GuardedServer server = new GuardedServer(directory)) {
      for (String actor : GuardedServer.ACTORS) {
        for (String graph : List.of("museum", "attic")) {
          for (Asked asked : ROUTES) {
            for (String branch : SPELLINGS) {
              judge(server, actor, graph, asked, branch);
              decisions++;
            }
            for (String branch : MALFORMED) {
              refuse(server, actor, graph, asked, branch);
              decisions++;
            }
          }
          for (Asked asked : WITHOUT_BRANCH) {
            judge(server, actor, graph, asked, "");
            decisions++;
          }
        }
      }
    }

    System.out.println("decisions compared: " + decisions);
    assertThat(wrong).isEmpty();
    assertThat(decisions).isGreaterThan(3000);
  }

  private void judge(GuardedServer server, String actor, String graph, Asked asked, String branch) {
    List<Need> needs = asked.needs().apply(branch);
    boolean expected = needs.stream().allMatch(n -> RuleReading.allows(actor, graph, n));
    Answer answer = send(server, actor, graph, asked, branch);
    boolean isDenied =
        answer.status() == 403
            || answer.body().contains(HIDDEN)
            || answer.body().contains(NEVER_NEW);
    if (isDenied == expected || answer.status() == 401 || answer.status() >= 500) {
      wrong.add(described(actor, graph, asked, branch, answer) + " expected allowed=" + expected);
    }
  }

  private void refuse(
      GuardedServer server, String actor, String graph, Asked asked, String branch) {
    Answer answer = send(server, actor, graph, asked, branch);
    boolean isRefused =
        answer.status() == 400 || answer.status() == 403 || answer.body().contains(HIDDEN);
    if (!isRefused) {
      wrong.add(described(actor, graph, asked, branch, answer) + " expected a refusal");
    }
  }

  private static Answer send(
      GuardedServer server, String actor, String graph, Asked asked, String branch) {
    String path = "/graphs/" + graph + asked.path().apply(branch);
    return server.send(actor, asked.method(), path, asked.body().apply(branch));
  }

  private static String described(
      String actor, String graph, Asked asked, String branch, Answer answer) {
    return "%s %s %s/%s `%s`: %d %s"
        .formatted(
            actor,
            asked.method(),
            graph,
            asked.path().apply(branch),
            branch,
            answer.status(),
            answer.body());
  }

  private static Asked get(String path, Function<String, List<Need>> needs) {
    return new Asked("GET", b -> path.formatted(encoded(b)), _ -> "", needs);
  }

  private static Asked post(String path, Function<String, String> body, String action) {
    return new Asked("POST", _ -> path, body, b -> List.of(Need.branch(action, b)));
  }

  private static String json(String key, Object value) {
    return Json.compact(Json.tree(Map.of(key, value)));
  }

  private static String json(String key, Object value, String other, Object second) {
    return Json.compact(Json.tree(Map.of(key, value, other, second)));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
