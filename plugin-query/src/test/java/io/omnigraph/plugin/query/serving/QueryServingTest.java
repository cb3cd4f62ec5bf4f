package io.omnigraph.plugin.query.serving;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.omnigraph.api.Address;
import io.omnigraph.api.serving.Access;
import io.omnigraph.api.serving.Gate;
import io.omnigraph.api.serving.Lane;
import io.omnigraph.api.serving.Prepared;
import io.omnigraph.api.serving.Problem;
import io.omnigraph.api.serving.Reply;
import io.omnigraph.api.serving.Route;
import io.omnigraph.api.serving.ServingPlugin.Start;
import io.omnigraph.execute.fixture.StoredAuthors;
import io.omnigraph.graph.Graph;
import io.omnigraph.graph.snapshot.ReadTarget;
import io.omnigraph.ground.Diagnostic;
import io.omnigraph.ground.access.Action;
import io.omnigraph.ground.json.Json;
import io.omnigraph.plugin.graph.serving.ServedGraph;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class QueryServingTest {

  private static final Address GRAPH = new Address("graph", "library");
  private static final String BORN =
      "query born($year: I32) @description(\"Authors of a year\") {"
          + " match { $a: Author {born: $year} } return { $a.handle } }";
  private static final String ADD =
      "query add($handle: String) { insert Author { handle: $handle } }";
  private static final String ALL = "query all() { match { $a: Author } return { $a } }";
  private static final Problem UNKNOWN = Problem.notFound("stored query not found");

  @TempDir private Path directory;

  private ServedGraph served;
  private Library library;

  @BeforeEach
  void createGraph() {
    Graph graph = StoredAuthors.in(directory.resolve("library.omni"));
    served = new ServedGraph(GRAPH, graph);
    library = new Library(served, directory);
  }

  @AfterEach
  void closeGraph() {
    served.graph().close();
  }

  /** An invocation of a stored query and its answer. */
  record Case(String name, String body, String answer) {}

  static final List<Case> INVOCATIONS =
      List.of(
          new Case(
              "born",
              "{\"params\":{\"year\":1980}}",
              "{\"query_name\":\"born\",\"target\":{\"branch\":\"main\",\"snapshot\":null},"
                  + "\"row_count\":1,\"columns\":[\"a.handle\"],"
                  + "\"rows\":[{\"a.handle\":\"ben\"}]}"),
          new Case("born", "{\"params\":{\"year\":true}}", "400 param 'year'"),
          new Case("born", "", "400 parameter 'year' not provided"),
          new Case("born", "{\"snapshot\":\"nope\",\"params\":{\"year\":1}}", "404 "),
          new Case("born", "{\"branch\":\"nope\",\"params\":{\"year\":1}}", "404 "),
          new Case(
              "add",
              "{\"params\":{\"handle\":\"eva\"}}",
              "{\"branch\":\"main\",\"query_name\":\"add\",\"affected_nodes\":1,"
                  + "\"affected_edges\":0,\"actor_id\":\"act-rosa\"}"),
          new Case(
              "add",
              "{\"snapshot\":\"x\",\"params\":{\"handle\":\"eva\"}}",
              "400 a stored mutation"),
          new Case("nope", "", "404 stored query not found"));

  @ParameterizedTest
  @FieldSource("INVOCATIONS")
  void aStoredQueryAnswers(Case c) {
    Route<byte[], ?> route = route("invokeQuery");

    String answer = Library.handled(route, request(c.name(), c.body()));
    assertThat(answer).startsWith(c.answer());
  }

  @Test
  void bodiesWithoutContentAreEquivalent() {
    Route<byte[], ?> route = route("invokeQuery");

    List<String> answers =
        Stream.of("", " ", "{}", "null")
            .map(body -> Library.handled(route, request("all", body)))
            .distinct()
            .toList();
    assertThat(answers).hasSize(1).first().asString().contains("\"row_count\":4");
  }

  @ParameterizedTest
  @FieldSource("BROKEN_BODIES")
  void aBrokenBodyIsRefusedBeforeItIsJudged(String body) {
    Route<byte[], ?> route = route("invokeQuery");
    assertThat(route.preparation().prepare(request("born", body)))
        .isInstanceOfSatisfying(
            Prepared.Refused.class,
            refused -> assertThat(refused.problem().status()).isEqualTo(400));
  }

  static final List<String> BROKEN_BODIES =
      List.of("{", "[]", "7", "{\"branch\":1}", "{\"branch\":\"a\",\"snapshot\":\"b\"}");

  @Test
  void invocationIsDecidedAtTheGateAndHidden() {
    Route<byte[], ?> route = route("invokeQuery");
    Access.Check invoke = Access.Check.on(Action.INVOKE_QUERY, GRAPH).hiddenBehind(UNKNOWN);
    assertThat(entrance(route, request("born", "{\"branch\":\" main \"}")))
        .isEqualTo(
            new Gate.Entrance(Lane.READ, List.of(invoke, new Access.Reach(Action.READ, GRAPH))));
    assertThat(entrance(route, request("add", "{")))
        .isEqualTo(
            new Gate.Entrance(Lane.WRITE, List.of(invoke, new Access.Reach(Action.CHANGE, GRAPH))));
    assertThat(entrance(route, request("nope", "")))
        .isEqualTo(new Gate.Entrance(Lane.READ, List.of(invoke)));
    assertThat(checks(route, request("born", "{\"branch\":\" main \"}")))
        .isEqualTo(List.of(Access.Check.onBranch(Action.READ, GRAPH, "main")));
    assertThat(checks(route, request("add", "{\"params\":{\"a\":1}}")))
        .isEqualTo(List.of(Access.Check.onBranch(Action.CHANGE, GRAPH, "main")));
  }

  @Test
  void aSnapshotIsJudgedByItsBranchAndHiddenLikeOneThatIsMissing() {
    Route<QueryRequest, ?> route = route("query");
    String commit = served.graph().snapshot(ReadTarget.main()).commit().id();
    String other = commit.substring(0, 25) + (commit.endsWith("0") ? "1" : "0");

    List<Access.Check> checks = checks(route, reading(commit));
    assertThat(checks)
        .containsExactly(
            Access.Check.onBranch(Action.READ, GRAPH, "main")
                .hiddenBehind(Problem.notFound("commit '" + commit + "' not found")));
    assertThat(route.preparation().prepare(reading(other)))
        .isEqualTo(Prepared.refused(Problem.notFound("commit '" + other + "' not found")));
  }

  private FakeRequest<QueryRequest> reading(String snapshot) {
    return new FakeRequest<>(
        served, Map.of(), new QueryRequest(ALL, null, null, null, snapshot, null));
  }

  private static Gate.Entrance entrance(Route<?, ?> route, FakeRequest<?> request) {
    return ((Gate.Guarded) route.gate()).entrance().apply(request);
  }

  private static <I> List<Access.Check> checks(Route<I, ?> route, FakeRequest<I> request) {
    return ((Prepared.Ready<?>) route.preparation().prepare(request)).checks();
  }

  @Test
  void theCatalogueDescribesEveryQuery() {
    Route<Void, ?> route = route("listQueries");

    String answer = Library.handled(route, FakeRequest.withoutBody(served));

    assertThat(answer)
        .isEqualTo(
            "{\"queries\":[{\"name\":\"add\",\"tool_name\":\"add\",\"mutation\":true,\"params\":"
                + "[{\"name\":\"handle\",\"kind\":\"string\",\"nullable\":false}]},"
                + "{\"name\":\"all\",\"tool_name\":\"all\",\"mutation\":false,\"params\":[]},"
                + "{\"name\":\"born\",\"tool_name\":\"born\",\"description\":\"Authors of a"
                + " year\",\"mutation\":false,\"params\":"
                + "[{\"name\":\"year\",\"kind\":\"int\",\"nullable\":false}]}]}");
  }

  @Test
  void readAndWriteRoutesRefuseEachOthersQueries() {
    Route<QueryRequest, ?> query = route("query");
    Route<ChangeRequest, ?> mutate = route("mutate");

    assertThat(
            Library.handled(
                query,
                new FakeRequest<>(
                    served, Map.of(), new QueryRequest(ADD, null, null, null, null, null))))
        .contains("400", "contains mutations", "POST /mutate");
    assertThat(
            Library.handled(
                mutate,
                new FakeRequest<>(
                    served, Map.of(), new ChangeRequest(ALL, null, null, null, null))))
        .contains("400", "use query instead");
  }

  @Test
  void queriesThatDoNotFitTheLiveSchemaKeepTheServerFromStarting() {
    String broken = "query broken() { match { $a: Nobody } return { $a } }";

    Start start =
        new QueryServingPlugin().start(library.context(Map.of("born", BORN, "broken", broken)));

    assertThat(start)
        .isInstanceOfSatisfying(
            Start.Refused.class,
            refused ->
                assertThat(refused.reasons())
                    .singleElement()
                    .extracting(Diagnostic::message)
                    .asString()
                    .contains("`library`", "`broken`", "schema check", "T1", "cluster refresh")
                    .doesNotContain("`born`"));
  }

  @Test
  void aStoredQueryShowsItsPlan() {
    Route<byte[], ?> route = route("invokeQuery");

    String plan =
        Library.handled(
            route, request("born", "{\"params\":{\"year\":1970},\"explain\":\"plan\"}"));
    String profile =
        Library.handled(
            route, request("born", "{\"params\":{\"year\":1970},\"explain\":\"profile\"}"));

    assertThat(plan)
        .contains("\"row_count\":0", "\"plan\":{\"operator\":", "\"estimated_rows\":")
        .doesNotContain("\"time_us\":");
    assertThat(profile).contains("\"row_count\":1", "\"time_us\":", "\"bytes\":");
    assertThat(Library.handled(route, request("born", "{\"explain\":\"why\"}")))
        .startsWith("400 ")
        .contains("`explain` must be `plan` or `profile`, found `why`");
    assertThat(
            Library.handled(
                route, request("add", "{\"params\":{\"handle\":\"eva\"},\"explain\":\"plan\"}")))
        .isEqualTo("400 only a query that reads has a plan to explain");
  }

  @Test
  void aTextThatAsksForItsPlanIsNotRun() {
    String plan = Library.handled(route("query"), sent("explain " + ALL));

    assertThat(plan)
        .contains("\"row_count\":0", "\"plan\":{\"operator\":")
        .doesNotContain("\"time_us\":");
    assertThat(Library.handled(route("query"), sent("explain " + ADD)))
        .startsWith("400 ")
        .contains("only a query that reads has a plan to explain");
  }

  @Test
  void aRefusedTextSaysWhereAndHowToMendIt() {
    Map<String, JsonNode> one = details("query q() { match { $a: Auther } return { $a.handle } }");
    Map<String, JsonNode> several =
        details("query a { match { $a: Author } return { $a.handle } } query b() { }");

    assertThat(one).containsOnlyKeys("diagnostic");
    assertThat(Json.compact(Objects.requireNonNull(one.get("diagnostic"))))
        .isEqualTo(
            "{\"code\":\"T1\",\"position\":{\"line\":1,\"column\":25,\"byte\":24},"
                + "\"end\":{\"line\":1,\"column\":31,\"byte\":30},"
                + "\"expected\":\"unknown node type `Auther`\",\"fix\":\"Author\","
                + "\"suggestion\":{\"applicability\":\"needs_review\",\"edits\":[{\"start\":24,"
                + "\"end\":30,\"replacement\":\"Author\"}]},\"candidates\":[\"Author\"]}");
    assertThat(several).containsOnlyKeys("diagnostics");
    assertThat(Objects.requireNonNull(several.get("diagnostics")).findValuesAsText("code"))
        .containsExactly("Q002", "Q001");
  }

  private Map<String, JsonNode> details(String text) {
    Reply<?> reply =
        switch (route("query").preparation().prepare(sent(text))) {
          case Prepared.Refused<?>(Problem problem) -> Reply.failed(problem);
          case Prepared.Ready<?>(_, var work) -> ran(work);
        };
    assertThat(reply).isInstanceOf(Reply.Failed.class);
    Problem problem = ((Reply.Failed<?>) reply).problem();
    assertThat(problem.status()).isEqualTo(400);
    assertThat(problem.code()).isEqualTo("bad_request");
    return problem.details();
  }

  private static Reply<?> ran(Prepared.Work<?> work) {
    try {
      return work.run();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private FakeRequest<Object> sent(String text) {
    return new FakeRequest<>(
        served, Map.of(), new QueryRequest(text, null, null, null, null, null));
  }

  private FakeRequest<byte[]> request(String name, String body) {
    return library.request(name, body);
  }

  private <I> Route<I, ?> route(String operation) {
    return library.route(operation, Map.of("born", BORN, "add", ADD, "all", ALL));
  }
}
