package io.omnigraph.plugin.graph.serving;

import io.omnigraph.api.serving.Access;
import io.omnigraph.api.serving.Body;
import io.omnigraph.api.serving.Problem;
import io.omnigraph.api.serving.Reply;
import io.omnigraph.api.serving.Request;
import io.omnigraph.api.serving.Route;
import io.omnigraph.graph.BranchNames;
import io.omnigraph.graph.commit.HistoryPage;
import io.omnigraph.graph.snapshot.ReadTarget;
import io.omnigraph.graph.snapshot.RevisionText;
import io.omnigraph.graph.snapshot.Snapshot;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/** The routes that only read (HTTP specification, sections 9.2, 9.3, 9.10 and 9.13). */
final class ReadRoutes {

  private static final String READ = "read";
  private static final String GRAPH = "/graphs/{" + GraphPath.PARAMETER + "}";
  private static final String COMMIT_ID = "commit_id";
  private static final String LIMIT = "limit";

  private final List<ServedGraph> graphs;

  /**
   * The routes.
   *
   * @param graphs by id
   */
  ReadRoutes(List<ServedGraph> graphs) {
    this.graphs = List.copyOf(graphs);
  }

  List<Route<?, ?>> routes() {
    return List.of(listGraphs(), getSchema(), getSnapshot(), listCommits(), getCommit());
  }

  private Route<Void, GraphList> listGraphs() {
    GraphList list =
        new GraphList(
            graphs.stream()
                .map(served -> new GraphList.Entry(served.id(), served.graph().uri()))
                .toList());
    return get(
        "listGraphs",
        "/graphs",
        GraphList.class,
        _ -> Access.reading(Access.Check.onServer("graph_list")),
        _ -> Reply.ok(list));
  }

  private static Route<Void, SchemaSource> getSchema() {
    return get(
        "getSchema",
        GRAPH + "/schema",
        SchemaSource.class,
        ReadRoutes::readingGraph,
        request ->
            Reply.ok(
                new SchemaSource(
                    graph(request).graph().snapshot(ReadTarget.main()).schema().source())));
  }

  private static Route<Void, SnapshotReport> getSnapshot() {
    return get(
        "getSnapshot",
        GRAPH + "/snapshot",
        SnapshotReport.class,
        Engine.access(ReadRoutes::readingState),
        request -> {
          Snapshot snapshot = graph(request).graph().snapshot(state(request));
          boolean isHead = request.queryParameter("at").isEmpty();
          String branch = isHead ? branch(request) : snapshot.commit().branch();
          return Reply.ok(SnapshotReport.of(branch, snapshot));
        });
  }

  private static Route<Void, CommitList> listCommits() {
    return get(
        "listCommits",
        GRAPH + "/commits",
        CommitList.class,
        request -> isAll(request) ? readingGraph(request) : readingBranch(request),
        request -> {
          OptionalLong limit = limit(request);
          return limit.isEmpty()
              ? Reply.failed(Problem.badRequest("`limit` must be a whole number from 1"))
              : Reply.ok(
                  CommitList.of(
                      graph(request).graph(),
                      new HistoryPage(
                          isAll(request) ? null : branch(request),
                          request.queryParameter("before").orElse(null),
                          limit.getAsLong())));
        });
  }

  private static Route<Void, CommitView> getCommit() {
    return get(
        "getCommit",
        GRAPH + "/commits/{" + COMMIT_ID + "}",
        CommitView.class,
        ReadRoutes::readingGraph,
        request -> {
          String id = request.pathParameter(COMMIT_ID);
          return graph(request)
              .graph()
              .commit(id)
              .map(commit -> Reply.ok(CommitView.of(commit)))
              .orElseGet(() -> Reply.failed(Problem.notFound("commit '" + id + "' not found")));
        });
  }

  private static <O> Route<Void, O> get(
      String operation,
      String path,
      Class<O> response,
      Function<Request<Void>, Access> access,
      Function<Request<Void>, Reply<O>> handler) {
    return new Route<>(
        operation,
        Route.Method.GET,
        path,
        new Body.None(),
        response,
        access,
        Engine.handler(handler));
  }

  private static ServedGraph graph(Request<?> request) {
    return request.resolved(GraphPath.PARAMETER, ServedGraph.class);
  }

  private static Access readingGraph(Request<Void> request) {
    return Access.reading(Access.Check.on(READ, graph(request).address()));
  }

  private static Access readingBranch(Request<Void> request) {
    String branch = branch(request);
    Optional<String> problem = BranchNames.problem(branch);
    return problem.isPresent()
        ? new Access.Rejected(Problem.badRequest(problem.get()))
        : Access.reading(Access.Check.onBranch(READ, graph(request).address(), branch));
  }

  /** The state that {@code at}, or else {@code branch} names. */
  private static ReadTarget state(Request<Void> request) {
    return request
        .queryParameter("at")
        .flatMap(RevisionText::read)
        .orElseGet(() -> new ReadTarget.Branch(branch(request)));
  }

  private static Access readingState(Request<Void> request) {
    Optional<String> at = request.queryParameter("at");
    if (at.isEmpty()) {
      return readingBranch(request);
    }
    if (RevisionText.read(at.get()).isEmpty()) {
      return new Access.Rejected(Problem.badRequest(RevisionText.problem(at.get())));
    }
    ServedGraph served = graph(request);
    return Access.reading(
        Access.Check.onBranch(
            READ, served.address(), served.graph().commit(state(request)).branch()));
  }

  private static String branch(Request<Void> request) {
    return request.queryParameter("branch").map(String::strip).orElse(BranchNames.MAIN);
  }

  /** Whether the commits of all branches are wanted. */
  private static boolean isAll(Request<Void> request) {
    return request.queryParameter("all").map("true"::equals).orElse(false);
  }

  /** Everything when it is not given; empty when it is not a positive number. */
  private static OptionalLong limit(Request<Void> request) {
    String text = request.queryParameter(LIMIT).orElse(String.valueOf(Long.MAX_VALUE));
    return text.matches("0*[1-9][0-9]{0,18}") && text.length() < 20
        ? OptionalLong.of(Long.parseLong(text))
        : OptionalLong.empty();
  }
}
