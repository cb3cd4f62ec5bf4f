package io.omnigraph.plugin.graph.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.omnigraph.api.command.CommandFailure;
import io.omnigraph.api.serving.Body;
import io.omnigraph.api.serving.Problem;
import io.omnigraph.api.serving.Route;
import io.omnigraph.api.serving.Serving;
import io.omnigraph.api.serving.ServingPlugin.Start;
import io.omnigraph.api.serving.StreamException;
import io.omnigraph.api.serving.StreamedReply;
import io.omnigraph.graph.DamagedGraphException;
import io.omnigraph.graph.Graphs;
import io.omnigraph.graph.failure.GraphFailure;
import io.omnigraph.graph.failure.GraphFailure.Service;
import io.omnigraph.graph.failure.GraphFailure.Thing;
import io.omnigraph.graph.failure.GraphFailureException;
import io.omnigraph.graph.failure.StaleTable;
import io.omnigraph.ground.access.AccessDeniedException;
import io.omnigraph.ground.fault.FaultPoints;
import io.omnigraph.ground.json.Json;
import io.omnigraph.ground.storage.StorageException;
import io.omnigraph.io.load.Harbour;
import io.omnigraph.plugin.graph.command.CommandFailures;
import io.omnigraph.plugin.graph.serving.FakeServer.Call;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** What is said of a failure, at every door of this slice. */
class FailuresTest {

  /** A failure, what HTTP makes of it, and the one line of the command line. */
  record Mapping(GraphFailure failure, int status, String code, String details, String line) {}

  static final List<Mapping> MAPPINGS =
      List.of(
          new Mapping(new GraphFailure.NotFound(Thing.BRANCH, "no"), 404, "not_found", "{}", "no"),
          new Mapping(
              new GraphFailure.NotFound(Thing.GRAPH, "no"),
              404,
              "not_found",
              "{}",
              "graph not found at `g.omni`; create one with `omnigraph init --schema FILE g.omni`"),
          new Mapping(
              new GraphFailure.Rejected("no", "1:1 no"), 400, "bad_request", "{}", "1:1 no"),
          new Mapping(new GraphFailure.Denied("no"), 403, "forbidden", "{}", "no"),
          new Mapping(new GraphFailure.Conflict("no"), 409, "conflict", "{}", "no"),
          new Mapping(
              new GraphFailure.Conflict("no", new StaleTable("node:Port", 1, 2)),
              409,
              "conflict",
              "{\"manifest_conflict\":{\"table_key\":\"node:Port\",\"expected\":1,\"actual\":2}}",
              "no; nothing was written, so run it again"),
          new Mapping(
              new GraphFailure.Damaged("no"),
              409,
              "conflict",
              "{}",
              "the graph at `g.omni` is damaged: no; `omnigraph repair g.omni` says what can be"
                  + " mended"),
          new Mapping(
              new GraphFailure.Limit("no", "rows", 5, 6),
              413,
              "resource_limit",
              "{\"resource_limit\":{\"resource\":\"rows\",\"limit\":5,\"actual\":6}}",
              "no"),
          new Mapping(
              new GraphFailure.Unavailable(Service.STORAGE, "no"),
              503,
              "graph_unavailable",
              "{}",
              "no"),
          new Mapping(
              new GraphFailure.Unavailable(Service.EMBEDDING, "no"), 500, "internal", "{}", "no"),
          new Mapping(
              new GraphFailure.UnknownOutcome("main", "01J", "no"),
              500,
              "internal",
              "{\"unknown_outcome\":{\"branch\":\"main\",\"graph_commit_id\":\"01J\"}}",
              "no"));

  /** An exception of the engine and the failure that it stands for. */
  record Thrown(RuntimeException exception, GraphFailure failure) {}

  static final List<Thrown> THROWN =
      List.of(
          new Thrown(new DamagedGraphException("no"), new GraphFailure.Damaged("no")),
          new Thrown(new AccessDeniedException("no"), new GraphFailure.Denied("policy: no")),
          new Thrown(
              StorageException.of(
                  "cannot read", "/srv/g/refs/x", "refs/x", "no", new IOException()),
              new GraphFailure.Unavailable(Service.STORAGE, "storage: cannot read `refs/x`: no")),
          new Thrown(
              new UncheckedIOException("/srv/g: no", new IOException()),
              new GraphFailure.Unavailable(
                  Service.STORAGE, "storage: files of the graph cannot be read or written")));

  /** Routes that do not look at any branch. */
  private static final Set<String> ASIDE =
      Set.of("listGraphs", "listTags", "deleteTag", "getCommit", "repairGraph");

  /** What a request to each route says when it names a branch or tag {@code $B}. */
  private static final Map<String, String> BODIES =
      Map.of(
          "ingest", "{\"branch\":\"$B\",\"data\":\"\"}",
          "export", "{\"branch\":\"$B\"}",
          "createBranch", "{\"name\":\"new\",\"from\":\"$B\"}",
          "renameBranch", "{\"name\":\"$B\",\"to\":\"new\"}",
          "mergeBranches", "{\"source\":\"$B\",\"target\":\"main\"}",
          "createTag", "{\"name\":\"new\",\"target\":\"$B\"}",
          "cleanupGraph", "{\"keep\":1}",
          "repairGraph", "{}",
          "planSchema", "{\"schema_source\":\"node Port { code: String @key }\"}",
          "applySchema", "{\"schema_source\":\"node Port { code: String @key }\"}");

  /** Routes of which the branch or tag that a request names is a part. */
  private static final Set<String> NAMING =
      Set.of(
          "getSnapshot",
          "listCommits",
          "getStats",
          "ingest",
          "loadLines",
          "export",
          "diff",
          "createBranch",
          "deleteBranch",
          "renameBranch",
          "mergeBranches",
          "createTag",
          "deleteTag");

  @TempDir Path directory;

  private Serving serving;
  private FakeServer server;

  @BeforeEach
  void start() {
    Graphs.create(root().toString(), Harbour.schema(), Optional.empty(), FaultPoints.none())
        .close();
    Start start =
        new GraphServingPlugin()
            .start(FakeServer.context(FakeServer.revision(directory, "harbor")));
    serving = start instanceof Start.Ready(Serving ready) ? ready : fail("refused");
    server = new FakeServer(serving);
  }

  @AfterEach
  void stop() {
    serving.close();
  }

  @ParameterizedTest
  @FieldSource("MAPPINGS")
  void everyFailureHasOneAnswerAtEachDoor(Mapping given) {
    Problem problem = Failures.problem(given.failure());
    CommandFailure failure = CommandFailures.of("g.omni", given.failure());

    assertThat(problem.status()).isEqualTo(given.status());
    assertThat(problem.code()).isEqualTo(given.code());
    assertThat(problem.message()).isEqualTo("no");
    assertThat(Json.compact(Json.tree(problem.details()))).isEqualTo(given.details());
    assertThat(failure.exitCode()).isEqualTo(1);
    assertThat(failure).hasMessage(given.line());
  }

  @Test
  void noKindOfFailureIsWithoutARow() {
    Set<Class<?>> rows =
        MAPPINGS.stream()
            .<Class<?>>map(row -> row.failure().getClass())
            .collect(Collectors.toSet());

    assertThat(rows).containsExactlyInAnyOrder(GraphFailure.class.getPermittedSubclasses());
  }

  @ParameterizedTest
  @FieldSource("THROWN")
  void anExceptionStandsForAFailureWithoutAPath(Thrown given) {
    assertThat(GraphFailureException.failureOf(given.exception())).contains(given.failure());
  }

  @Test
  void aFaultOfTheProgramIsNoFailure() {
    assertThat(GraphFailureException.failureOf(new IllegalStateException("a bug"))).isEmpty();
  }

  @Test
  void aDamagedGraphAnswersTheSameOnEveryRoute() throws IOException {
    Files.writeString(root().resolve("refs/main.json"), "{ \"commit\": ");

    assertThat(answers("night", route -> !ASIDE.contains(route.operation())))
        .isNotEmpty()
        .allSatisfy((operation, problem) -> {
          assertThat(problem.status()).as(operation).isEqualTo(409);
          assertThat(problem.code()).as(operation).isEqualTo("conflict");
        });
  }

  @Test
  void anUnknownBranchIsNotFoundOnEveryRoute() {
    assertThat(answers("night", route -> NAMING.contains(route.operation())))
        .hasSize(NAMING.size())
        .allSatisfy(
            (operation, problem) -> assertThat(problem.status()).as(operation).isEqualTo(404));
  }

  @Test
  void aNameThatIsTooLongIsNeverTheServersFault() {
    assertThat(answers("n".repeat(300), route -> NAMING.contains(route.operation())))
        .hasSize(NAMING.size())
        .allSatisfy(
            (operation, problem) -> assertThat(problem.status()).as(operation).isIn(400, 404));
  }

  /** What each route answers; none of it names a path of the machine. */
  private Map<String, Problem> answers(String branch, Predicate<Route<?, ?>> asked) {
    Map<String, Problem> answers =
        serving.routes().stream()
            .filter(asked)
            .collect(Collectors.toMap(Route::operation, route -> answer(route, branch)));
    assertThat(answers.values())
        .extracting(Problem::message)
        .noneMatch(message -> message.contains(directory.toString()));
    return answers;
  }

  private Problem answer(Route<?, ?> route, String branch) {
    Call<?> call =
        new Call<>(
            route.operation(),
            Map.of("graph_id", "harbor", "branch", branch, "tag", branch, "commit_id", "01JY"),
            Map.of("branch", branch, "from", branch, "to", branch),
            body(route, branch));
    return switch (server.call(call)) {
      case Problem problem -> problem;
      case StreamedReply reply -> streamed(reply);
      case Object body -> fail(route.operation() + " answered " + body);
    };
  }

  private static Problem streamed(StreamedReply reply) {
    try {
      reply.writeTo(new ByteArrayOutputStream());
      return fail("nothing went wrong");
    } catch (StreamException e) {
      return e.problem();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Object body(Route<?, ?> route, String branch) {
    if (route.body() instanceof Body.Stream) {
      return InputStream.nullInputStream();
    }
    if (!(route.body() instanceof Body.JsonBody<?>(Class<?> type, _))) {
      return Optional.empty();
    }
    String text = Optional.ofNullable(BODIES.get(route.operation())).orElseThrow();
    try {
      return Json.mapper().readValue(text.replace("$B", branch), type);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path root() {
    return directory.resolve("graphs/harbor.omni");
  }
}
