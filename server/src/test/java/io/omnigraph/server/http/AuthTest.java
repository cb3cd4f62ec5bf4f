package io.omnigraph.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.omnigraph.api.Address;
import io.omnigraph.api.serving.Access.Check;
import io.omnigraph.api.serving.Authorizer;
import io.omnigraph.api.serving.Body;
import io.omnigraph.api.serving.Problem;
import io.omnigraph.api.serving.Reply;
import io.omnigraph.ground.access.Action;
import io.omnigraph.server.FakePlugin;
import io.omnigraph.server.Routes;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may do what, in every state of a server. */
class AuthTest {

  private static final Address HARBOR = new Address("graph", "harbor");
  private static final Address YARD = new Address("graph", "yard");
  private static final Problem HIDDEN = Problem.notFound("stored query not found");

  /** Rules for one graph and the server: {@code act-a} may read and list, nobody else anything. */
  private static final Authorizer RULES =
      new Authorizer() {
        @Override
        public boolean isConfigured() {
          return true;
        }

        @Override
        public boolean governs(Optional<Address> resource) {
          return !resource.equals(Optional.of(YARD));
        }

        @Override
        public Decision decide(String actor, Check check) {
          if (check.action() == Action.ADMIN) {
            return new Decision.Failed("broken rule");
          }
          return actor.equals("act-a") && check.action() != Action.CHANGE
              ? new Decision.Allowed("rule", "allowed")
              : new Decision.Denied("policy denied action '" + check.action().word() + "'");
        }
      };

  private static FakePlugin plugin() {
    FakePlugin plugin = new FakePlugin("graph");
    for (Address graph : List.of(HARBOR, YARD)) {
      for (Action action : List.of(Action.READ, Action.CHANGE, Action.ADMIN)) {
        plugin.with(
            Routes.get(
                "/" + graph.name() + "/" + action.word(),
                _ -> Check.on(action, graph),
                request -> Reply.ok(Map.of("actor", request.actor().orElse("nobody")))));
      }
      plugin.with(
          Routes.get(
              "/" + graph.name() + "/stored",
              _ -> Check.on(Action.INVOKE_QUERY, graph).hiddenBehind(HIDDEN),
              _ -> Reply.ok(Map.of())));
    }
    return plugin
        .with(
            Routes.get("/graphs", _ -> Check.onServer(Action.GRAPH_LIST), _ -> Reply.ok(Map.of())))
        .with(Routes.post("/body", Body.Raw.usual(), _ -> Reply.ok(Map.of())));
  }

  @ParameterizedTest
  @CsvSource({
    // path, without a token, act-a, act-b
    "/harbor/read, 401, 200, 403",
    "/harbor/change, 401, 403, 403",
    "/harbor/admin, 401, 500, 500",
    "/harbor/stored, 401, 200, 404",
    "/yard/read, 401, 200, 200",
    "/yard/change, 401, 403, 403",
    "/yard/stored, 401, 404, 404",
    "/graphs, 401, 200, 403",
    "/healthz, 200, 200, 200",
    "/nosuch, 404, 404, 404",
  })
  void withPoliciesTheyDecideWhereTheyGovern(String path, int nobody, int a, int b)
      throws Exception {
    try (RunningServer server = new RunningServer(RunningServer.TOKENS, plugin().offering(RULES))) {
      assertThat(server.get(path).statusCode()).isEqualTo(nobody);
      assertThat(server.get(path, "ta").statusCode()).isEqualTo(a);
      assertThat(server.get(path, "tb").statusCode()).isEqualTo(b);
      assertThat(server.get(path, "wrong").statusCode()).isEqualTo(nobody);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "/harbor/read, 401, 200",
    "/harbor/change, 401, 403",
    "/harbor/stored, 401, 404",
    "/graphs, 401, 403",
    "/healthz, 200, 200"
  })
  void withTokensButNoPolicyActorsMayOnlyRead(String path, int nobody, int a) throws Exception {
    try (RunningServer server = new RunningServer(RunningServer.TOKENS, plugin())) {
      assertThat(server.get(path).statusCode()).isEqualTo(nobody);
      assertThat(server.get(path, "ta").statusCode()).isEqualTo(a);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "/harbor/read, 200",
    "/harbor/change, 200",
    "/harbor/stored, 200",
    "/graphs, 403",
    "/healthz, 200"
  })
  void anOpenServerLetsEverybodyInButToTheServerItself(String path, int status) throws Exception {
    try (RunningServer server = new RunningServer(Map.of(), plugin())) {
      assertThat(server.get(path).statusCode()).isEqualTo(status);
      assertThat(server.get(path, "whatever").statusCode()).isEqualTo(status);
    }
  }

  @Test
  void denialsSayWhy() throws Exception {
    try (RunningServer server = new RunningServer(RunningServer.TOKENS, plugin().offering(RULES))) {
      assertThat(server.get("/harbor/read").body())
          .isEqualTo("{\"error\":\"missing bearer token\",\"code\":\"unauthorized\"}");
      assertThat(server.get("/harbor/read", "wrong").body())
          .isEqualTo("{\"error\":\"invalid bearer token\",\"code\":\"unauthorized\"}");
      assertThat(server.get("/harbor/change", "ta").body())
          .isEqualTo("{\"error\":\"policy denied action 'change'\",\"code\":\"forbidden\"}");
      assertThat(server.get("/harbor/stored", "tb").body())
          .isEqualTo("{\"error\":\"stored query not found\",\"code\":\"not_found\"}");
      assertThat(server.get("/harbor/admin", "ta").body())
          .isEqualTo("{\"error\":\"policy: broken rule\",\"code\":\"internal\"}");
      assertThat(server.get("/yard/change", "ta").body()).contains("default-deny");
    }
  }

  @ParameterizedTest
  @CsvSource({"bearer ta", "Bearer", "Basic ta", "Bearer ta x"})
  void onlyTheExactSchemeAndTokenCount(String header) throws Exception {
    try (RunningServer server = new RunningServer(RunningServer.TOKENS, plugin())) {
      HttpResponse<String> response =
          server.send(server.request("/harbor/read").header("Authorization", header));

      assertThat(response.statusCode()).isEqualTo(401);
    }
  }

  @Test
  void nothingButTheTokenNamesTheActor() throws Exception {
    try (RunningServer server = new RunningServer(RunningServer.TOKENS, plugin())) {
      HttpRequest.Builder request =
          server
              .request("/harbor/read?actor=act-b")
              .header("Authorization", "Bearer ta")
              .header("X-Actor-Id", "act-b");

      assertThat(server.send(request).body()).isEqualTo("{\"actor\":\"act-a\"}");
    }
  }

  @Test
  void aTokenIsAskedForBeforeTheBodyIsLookedAt() throws Exception {
    try (RunningServer server = new RunningServer(RunningServer.TOKENS, plugin())) {
      HttpRequest.Builder request =
          server.request("/body").POST(HttpRequest.BodyPublishers.ofString("x".repeat(2_000_000)));

      assertThat(server.send(request).statusCode()).isEqualTo(401);
    }
  }
}
