package io.omnigraph.plugin.graph.serving;

import io.omnigraph.api.serving.Access;
import io.omnigraph.api.serving.Body;
import io.omnigraph.api.serving.Problem;
import io.omnigraph.api.serving.Reply;
import io.omnigraph.api.serving.Request;
import io.omnigraph.api.serving.Route;
import io.omnigraph.graph.BranchNames;
import io.omnigraph.io.load.LoadListener;
import io.omnigraph.io.load.LoadOutcome;
import io.omnigraph.io.load.LoadRequest;
import io.omnigraph.io.load.LoadSource;
import io.omnigraph.io.load.Loader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The route that loads records (HTTP specification, section 9.6). */
final class IngestRoute {

  private static final long LIMIT = 33_554_432;

  private IngestRoute() {}

  static Route<IngestRequest, IngestReport> route() {
    return new Route<>(
        "ingest",
        Route.Method.POST,
        "/graphs/{" + GraphPath.PARAMETER + "}/ingest",
        new Body.JsonBody<>(IngestRequest.class, LIMIT),
        IngestReport.class,
        Engine.access(IngestRoute::access),
        Engine.handler(IngestRoute::ingest));
  }

  private static Access access(Request<IngestRequest> request) {
    ServedGraph served = graph(request);
    String branch = request.body().targetBranch();
    Optional<String> problem = BranchNames.problem(branch);
    if (problem.isPresent()) {
      return new Access.Rejected(Problem.badRequest(problem.get()));
    }
    Access.Check change = Access.Check.onBranch("change", served.address(), branch);
    long cost = request.body().data().getBytes(StandardCharsets.UTF_8).length;
    if (served.graph().branches().contains(branch)) {
      return Access.writing(change, cost);
    }
    String from = request.body().from();
    if (from == null) {
      return new Access.Rejected(
          Problem.notFound("branch '" + branch + "' not found; name one to create it `from`"));
    }
    String base = from.strip();
    return BranchNames.problem(base)
        .<Access>map(wrong -> new Access.Rejected(Problem.badRequest(wrong)))
        .orElseGet(() ->
            new Access.Checked(
                List.of(
                    new Access.Check("branch_create", served.address(), base, branch, null),
                    change),
                cost));
  }

  private static Reply<IngestReport> ingest(Request<IngestRequest> request) {
    IngestRequest body = request.body();
    String actor = request.actor().orElse(null);
    LoadRequest load =
        new LoadRequest(
            body.targetBranch(),
            body.from(),
            body.effectiveMode(),
            actor,
            body.message(),
            LoadListener.none());
    LoadSource data = LoadSource.bytes("data", body.data().getBytes(StandardCharsets.UTF_8));
    return switch (new Loader(graph(request).graph()).load(load, data)) {
      case LoadOutcome.Loaded loaded ->
          Reply.ok(
              new IngestReport(
                  graph(request).graph().uri(),
                  load.branch(),
                  load.base(),
                  loaded.branchCreated(),
                  load.mode(),
                  IngestReport.tables(loaded),
                  actor));
      case LoadOutcome.Rejected(var problems) ->
          Reply.failed(Problem.badRequest(problems.message()));
      case LoadOutcome.Conflict(var reason, var stale) ->
          Reply.failed(Conflicts.problem(reason, stale));
    };
  }

  private static ServedGraph graph(Request<?> request) {
    return request.resolved(GraphPath.PARAMETER, ServedGraph.class);
  }
}
