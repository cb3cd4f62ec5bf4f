package io.omnigraph.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonAlias;
import io.omnigraph.api.Address;
import io.omnigraph.api.serving.Access;
import io.omnigraph.api.serving.Body;
import io.omnigraph.api.serving.Gate;
import io.omnigraph.api.serving.Lane;
import io.omnigraph.api.serving.PathParameter;
import io.omnigraph.api.serving.Prepared;
import io.omnigraph.api.serving.Problem;
import io.omnigraph.api.serving.Reply;
import io.omnigraph.api.serving.Route;
import io.omnigraph.ground.access.Action;
import io.omnigraph.server.FakePlugin;
import io.omnigraph.server.Routes;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

/** The stages of a request, over the wire, on a server that is open to everybody. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PipelineTest {

  private static final Address HARBOR = new Address("graph", "harbor");

  /** A request body for tests. */
  record Ask(
      @JsonAlias("query_source") String query,
      @Nullable String branch,
      @Nullable Integer limit,
      boolean dry) {}

  /** A JSON body and the status that it is answered with. */
  record BodyCase(String name, String body, int status, String mentions) {

    @Override
    public String toString() {
      return name;
    }
  }

  static final List<BodyCase> BODIES =
      List.of(
          new BodyCase("whole", "{\"query\":\"q\",\"branch\":\"b\",\"limit\":1}", 200, "q b"),
          new BodyCase("optional fields missing", "{\"query\":\"q\"}", 200, "q null"),
          new BodyCase("optional field null", "{\"query\":\"q\",\"branch\":null}", 200, "q null"),
          new BodyCase("unknown field", "{\"query\":\"q\",\"x\":{\"y\":[1]}}", 200, "q null"),
          new BodyCase("empty", "", 400, "empty"),
          new BodyCase("not JSON", "{\"query\":", 400, "line 1"),
          new BodyCase("trailing garbage", "{\"query\":\"q\"} x", 400, "JSON"),
          new BodyCase("two documents", "{\"query\":\"q\"} {}", 400, "follows"),
          new BodyCase("bad syntax after a wrong shape", "{\"query\":[],", 400, "line 1"),
          new BodyCase("missing field", "{\"branch\":\"b\"}", 422, "missing field `query`"),
          new BodyCase("required field null", "{\"query\":null}", 422, "missing field `query`"),
          new BodyCase("number for a string", "{\"query\":7}", 422, "shape"),
          new BodyCase("string for a number", "{\"query\":\"q\",\"limit\":\"1\"}", 422, "shape"),
          new BodyCase("field twice", "{\"query\":\"q\",\"query\":\"r\"}", 422, "query"),
          new BodyCase("under its alias", "{\"query_source\":\"q\"}", 200, "q null"),
          new BodyCase(
              "field and alias", "{\"query\":\"q\",\"query_source\":\"q\"}", 422, "`query`"),
          new BodyCase(
              "a text that is no Unicode",
              "{\"query\":\"a\\ud800\"}",
              400,
              "is half of a surrogate pair, in `query` (line 1, column 12)"),
          new BodyCase(
              "a huge exponent", "{\"query\":\"q\",\"limit\":1e999999999}", 400, "in `limit`"),
          new BodyCase(
              "a number out of range",
              "{\"query\":\"q\",\"limit\":1e30}",
              422,
              "`limit` expects a whole number in range, found `1E+30`"),
          new BodyCase("deep nesting", "{\"x\":" + "[".repeat(20_000), 400, "512 levels deep"),
          new BodyCase("a byte-order mark", "\uFEFF{\"query\":\"q\"}", 200, "q null"),
          new BodyCase(
              "number for a string, in our words",
              "{\"query\":7}",
              422,
              "`query` expects a string, found `7`"),
          new BodyCase("null document", "null", 422, "shape"),
          new BodyCase("list", "[1]", 422, "shape"));

  private RunningServer server;

  @BeforeAll
  void start() {
    server = new RunningServer(Map.of(), onGraphs(), failing(), withBodies());
  }

  private static FakePlugin onGraphs() {
    return new FakePlugin("graph")
        .resolving("graph_id", PipelineTest::graph)
        .with(
            Routes.get(
                "/graphs/{graph_id}/snapshot",
                request ->
                    Access.Check.onBranch(
                        Action.READ, request.resolved("graph_id", Address.class), "main"),
                request ->
                    Reply.ok(Map.of("branch", request.queryParameter("branch").orElse("main")))))
        .with(
            Routes.open(
                "/graphs/{graph_id}/branches/{branch}",
                request -> Reply.ok(Map.of("branch", request.pathParameter("branch")))))
        .with(Routes.echo(Route.Method.POST, "/graphs/{graph_id}/branches/merge"))
        .with(Routes.get("/server", _ -> onServer(), _ -> Reply.ok(Map.of())));
  }

  private static FakePlugin failing() {
    return new FakePlugin("failing")
        .with(
            new Route<>(
                "refused",
                Route.Method.GET,
                "/refused",
                Gate.known(Lane.READ),
                new Body.None(),
                Map.class,
                _ -> Prepared.refused(Problem.badRequest("no"))))
        .with(
            Routes.open(
                "/broken",
                _ -> {
                  throw new IllegalStateException("secret");
                }))
        .with(Routes.open("/conflict", _ -> Reply.failed(Problem.conflict("stale"))));
  }

  private static FakePlugin withBodies() {
    return new FakePlugin("bodies")
        .with(
            Routes.post(
                "/ask",
                Body.JsonBody.of(Ask.class),
                request ->
                    Reply.ok(
                        Map.of("ask", request.body().query() + " " + request.body().branch()))))
        .with(
            Routes.post(
                "/raw",
                new Body.Raw(10),
                request ->
                    Reply.ok(Map.of("raw", new String(request.body(), StandardCharsets.UTF_8)))));
  }

  @AfterAll
  void stop() {
    server.close();
  }

  private static Access.Check onServer() {
    return Access.Check.onServer(Action.GRAPH_LIST);
  }

  private static PathParameter.Resolution graph(String segment) {
    if (segment.equals("harbor")) {
      return new PathParameter.Resolution.Found(HARBOR);
    }
    Problem problem =
        segment.matches("[A-Za-z0-9-]+")
            ? Problem.notFound("graph '" + segment + "' not found")
            : Problem.badRequest("invalid graph id '" + segment + "'");
    return new PathParameter.Resolution.NotFound(problem);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/healthz | 200 | \"status\":\"ok\"",
        "/graphs/harbor/snapshot | 200 | \"branch\":\"main\"",
        "/graphs/harbor/snapshot?branch=a%2Fb+c&unknown=1 | 200 | \"branch\":\"a/b c\"",
        "/graphs/harbor/branches/team%2Fx | 200 | \"branch\":\"team/x\"",
        "/graphs/nosuch/snapshot | 404 | \"error\":\"graph 'nosuch' not found\"",
        "/graphs/po%72t/snapshot | 400 | \"code\":\"bad_request\"",
        "/graphs/harbor/snapshot?branch=a&branch=b | 400 | `branch` is given twice",
        "/graphs/harbor/snapshot/ | 404 | \"code\":\"not_found\"",
        "/graphs/harbor/branches/ | 404 | \"code\":\"not_found\"",
        "/snapshot | 404 | \"code\":\"not_found\"",
        "/graphs/harbor/branches/merge | 405 | \"code\":\"method_not_allowed\"",
        "/ask | 405 | \"code\":\"method_not_allowed\"",
        "/server | 403 | \"code\":\"forbidden\"",
        "/refused | 400 | {\"error\":\"no\",\"code\":\"bad_request\"}",
        "/conflict | 409 | {\"error\":\"stale\",\"code\":\"conflict\"}"
      })
  void answersGetRequests(String path, int status, String mentions) throws Exception {
    HttpResponse<String> response = server.get(path);

    assertThat(response.statusCode()).isEqualTo(status);
    assertThat(response.body()).contains(mentions);
    assertThat(response.headers().firstValue("Content-Type")).hasValue("application/json");
  }

  @ParameterizedTest
  @FieldSource("BODIES")
  void readsJsonBodies(BodyCase c) throws Exception {
    HttpResponse<String> response = server.post("/ask", c.body());

    assertThat(response.statusCode()).as(response.body()).isEqualTo(c.status());
    assertThat(response.body()).contains(c.mentions()).doesNotContain("io.omnigraph");
  }

  @ParameterizedTest
  @CsvSource({
    "application/json, 200",
    "application/json; charset=utf-8, 200",
    "APPLICATION/JSON, 200",
    "application/vnd.x+json, 200",
    "text/plain, 415",
    "text/x+json, 415",
    ", 415"
  })
  void checksTheMediaType(@Nullable String type, int status) throws Exception {
    HttpRequest.Builder request =
        server.request("/ask").POST(HttpRequest.BodyPublishers.ofString("{\"query\":\"q\"}"));
    if (type != null) {
      request.header("Content-Type", type);
    }

    HttpResponse<String> response = server.send(request);

    assertThat(response.statusCode()).isEqualTo(status);
  }

  @ParameterizedTest
  @CsvSource({"1048576, 200", "1048577, 413", "34603008, 413"})
  void limitsJsonBodies(int length, int status) throws Exception {
    String frame = "{\"query\":\"\"}";
    String body = "{\"query\":\"" + "x".repeat(length - frame.length()) + "\"}";

    HttpResponse<String> response = server.post("/ask", body);

    assertThat(response.statusCode()).isEqualTo(status);
    assertThat(server.get("/healthz").statusCode()).isEqualTo(200);
  }

  @Test
  void limitsBodiesThatDoNotAnnounceTheirLength() throws Exception {
    HttpRequest.BodyPublisher chunked =
        HttpRequest.BodyPublishers.ofInputStream(
            () -> new ByteArrayInputStream(new byte[2_000_000]));

    HttpResponse<String> response =
        server.send(
            server.request("/ask").header("Content-Type", "application/json").POST(chunked));

    assertThat(response.statusCode()).isEqualTo(413);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {"0123456789 | 200", "0123456789a | 413"})
  void rawBodiesNeedNoMediaType(String body, int status) throws Exception {
    HttpResponse<String> response =
        server.send(server.request("/raw").POST(HttpRequest.BodyPublishers.ofString(body)));

    assertThat(response.statusCode()).isEqualTo(status);
  }

  @Test
  void namesTheMethodsThatAreAllowed() throws Exception {
    HttpResponse<String> options =
        server.send(
            server.request("/healthz").method("OPTIONS", HttpRequest.BodyPublishers.noBody()));
    HttpResponse<String> delete =
        server.send(server.request("/graphs/harbor/branches/merge").DELETE());

    assertThat(options.statusCode()).isEqualTo(405);
    assertThat(options.headers().firstValue("Allow")).hasValue("GET, HEAD");
    assertThat(delete.statusCode()).isEqualTo(405);
    assertThat(delete.headers().firstValue("Allow")).hasValue("POST");
  }

  @Test
  void answersHeadWhereItAnswersGet() throws Exception {
    HttpResponse<String> response = server.send(server.request("/healthz").HEAD());

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).isEmpty();
  }

  @Test
  void healthTellsTheVersion() throws Exception {
    assertThat(server.get("/healthz").body())
        .matches("\\{\"status\":\"ok\",\"version\":\"[0-9][^\"$]*\"}");
  }

  @Test
  void anUncaughtFailureIsInternalAndTellsNothing() throws Exception {
    HttpResponse<String> response = server.get("/broken");

    assertThat(response.statusCode()).isEqualTo(500);
    assertThat(response.body()).contains("\"code\":\"internal\"").doesNotContain("secret");
  }
}
