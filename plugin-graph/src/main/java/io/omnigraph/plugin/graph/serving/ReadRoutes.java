package io.omnigraph.plugin.graph.serving;

import io.omnigraph.api.serving.Access;
import io.omnigraph.api.serving.Body;
import io.omnigraph.api.serving.Gate;
import io.omnigraph.api.serving.Head;
import io.omnigraph.api.serving.Lane;
import io.omnigraph.api.serving.Prepared;
import io.omnigraph.api.serving.Problem;
import io.omnigraph.api.serving.Reply;
import io.omnigraph.api.serving.Route;
import io.omnigraph.graph.BranchNames;
import io.omnigraph.graph.Graph;
import io.omnigraph.graph.commit.HistoryPage;
import io.omnigraph.graph.snapshot.ReadTarget;
import io.omnigraph.graph.snapshot.RevisionText;
import io.omnigraph.graph.snapshot.Snapshot;
import io.omnigraph.ground.access.Action;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** The routes that only read (docs/reference/http.md §9.2, §9.3, §9.10 and §9.13). */
final class ReadRoutes {

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
    Access.Check listing = Access.Check.onServer(Action.GRAPH_LIST);
    return new Route<>(
        "listGraphs",
        Route.Method.GET,
        "/graphs",
        Gate.known(Lane.READ),
        new Body.None(),
        GraphList.class,
        _ -> Prepared.ready(listing, () -> Reply.ok(list)));
  }

  private static Route<Void, SchemaSource> getSchema() {
    return get(
        "getSchema",
        "/schema",
        SchemaSource.class,
        request ->
            Prepared.ready(
                onGraph(request),
                () ->
                    Reply.ok(
                        new SchemaSource(
                            graph(request).snapshot(ReadTarget.main()).schema().source()))));
  }

  private static Route<Void, SnapshotReport> getSnapshot() {
    return get(
        "getSnapshot",
        "/snapshot",
        SnapshotReport.class,
        request -> {
          Optional<String> at = request.queryParameter("at");
          if (at.isEmpty()) {
            String branch = branch(request);
            return onBranch(
                request, branch, () -> snapshot(request, new ReadTarget.Branch(branch), branch));
          }
          Optional<ReadTarget> state = RevisionText.read(at.get());
          return state.isEmpty()
              ? Prepared.refused(Problem.badRequest(RevisionText.problem(at.get())))
              : Prepared.ready(
                  States.reading(GraphPath.served(request), state.get()),
                  () -> snapshot(request, state.get(), null));
        });
  }

  /**
   * A state of a graph.
   *
   * @param branch whose head it is; absent when it is a past one
   */
  private static Reply<SnapshotReport> snapshot(
      Head request, ReadTarget state, @Nullable String branch) {
    Snapshot snapshot = graph(request).snapshot(state);
    return Reply.ok(
        SnapshotReport.of(branch == null ? snapshot.commit().branch() : branch, snapshot));
  }

  private static Route<Void, CommitList> listCommits() {
    return get(
        "listCommits",
        "/commits",
        CommitList.class,
        request -> {
          OptionalLong limit = limit(request);
          if (limit.isEmpty()) {
            return Prepared.refused(Problem.badRequest("`limit` must be a whole number from 1"));
          }
          String branch = isAll(request) ? null : branch(request);
          HistoryPage page =
              new HistoryPage(
                  branch, request.queryParameter("before").orElse(null), limit.getAsLong());
          Prepared.Work<CommitList> work = () -> Reply.ok(CommitList.of(graph(request), page));
          return branch == null
              ? Prepared.ready(onGraph(request), work)
              : onBranch(request, branch, work);
        });
  }

  private static Route<Void, CommitView> getCommit() {
    return get(
        "getCommit",
        "/commits/{" + COMMIT_ID + "}",
        CommitView.class,
        request -> {
          String id = request.pathParameter(COMMIT_ID);
          return Prepared.ready(
              onGraph(request),
              () ->
                  graph(request)
                      .commit(id)
                      .map(commit -> Reply.ok(CommitView.of(commit)))
                      .orElseGet(
                          () -> Reply.failed(Problem.notFound("commit '" + id + "' not found"))));
        });
  }

  private static <O> Route<Void, O> get(
      String operation, String path, Class<O> response, Route.Preparation<Void, O> preparation) {
    return new Route<>(
        operation,
        Route.Method.GET,
        GraphPath.GRAPH + path,
        Gate.reading(Action.READ, GraphPath::address),
        new Body.None(),
        response,
        preparation);
  }

  private static Graph graph(Head request) {
    return GraphPath.served(request).graph();
  }

  private static Access.Check onGraph(Head request) {
    return Access.Check.on(Action.READ, GraphPath.address(request));
  }

  private static <O> Prepared<O> onBranch(Head request, String branch, Prepared.Work<O> work) {
    return Prepared.unless(
        BranchNames.problem(branch),
        () ->
            Prepared.ready(
                Access.Check.onBranch(Action.READ, GraphPath.address(request), branch), work));
  }

  private static String branch(Head request) {
    return request.queryParameter("branch").map(String::strip).orElse(BranchNames.MAIN);
  }

  /** Whether the commits of all branches are wanted. */
  private static boolean isAll(Head request) {
    return request.queryParameter("all").map("true"::equals).orElse(false);
  }

  /** Everything when it is not given; empty when it is not a positive number. */
  private static OptionalLong limit(Head request) {
    String text = request.queryParameter(LIMIT).orElse(String.valueOf(Long.MAX_VALUE));
    return text.matches("0*[1-9][0-9]{0,18}") && text.length() < 20
        ? OptionalLong.of(Long.parseLong(text))
        : OptionalLong.empty();
  }
}
