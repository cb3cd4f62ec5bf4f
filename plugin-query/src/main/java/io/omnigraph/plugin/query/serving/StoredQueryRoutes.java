package io.omnigraph.plugin.query.serving;

import io.omnigraph.api.serving.Access;
import io.omnigraph.api.serving.Body;
import io.omnigraph.api.serving.Problem;
import io.omnigraph.api.serving.Reply;
import io.omnigraph.api.serving.Request;
import io.omnigraph.api.serving.Route;
import io.omnigraph.execute.result.ChangeOutput;
import io.omnigraph.execute.result.QueryRejected;
import io.omnigraph.execute.run.QueryRunner;
import io.omnigraph.execute.run.RunnableQuery;
import io.omnigraph.graph.BranchNames;
import io.omnigraph.plugin.graph.serving.ServedGraph;
import java.util.List;
import java.util.Optional;

/**
 * The catalogue of stored queries and their invocation (HTTP specification, sections 9.8 and 9.9).
 * Who may not invoke cannot tell a query that exists from one that does not.
 */
final class StoredQueryRoutes {

  private static final String NAME = "name";
  private static final Problem UNKNOWN = Problem.notFound("stored query not found");

  private final StoredQueries queries;
  private final Answers answers;

  StoredQueryRoutes(StoredQueries queries, QueryRunner runner) {
    this.queries = queries;
    this.answers = new Answers(runner);
  }

  List<Route<?, ?>> routes() {
    return List.of(listQueries(), invokeQuery());
  }

  private Route<Void, QueryCatalogue> listQueries() {
    return new Route<>(
        "listQueries",
        Route.Method.GET,
        Graphs.PATH + "/queries",
        new Body.None(),
        QueryCatalogue.class,
        request ->
            Access.reading(
                Access.Check.onBranch("read", Graphs.of(request).address(), BranchNames.MAIN)),
        request -> Reply.ok(catalogue(Graphs.of(request))));
  }

  private QueryCatalogue catalogue(ServedGraph graph) {
    return new QueryCatalogue(
        queries.of(graph.id()).stream().map(entry -> entry.getValue().description()).toList());
  }

  private Route<byte[], Object> invokeQuery() {
    return new Route<>(
        "invokeQuery",
        Route.Method.POST,
        Graphs.PATH + "/queries/{" + NAME + "}",
        Body.Raw.usual(),
        Object.class,
        this::access,
        Failures.handler(this::invoke));
  }

  private Access access(Request<byte[]> request) {
    InvocationBody body;
    try {
      body = InvocationBody.read(request.body());
    } catch (QueryRejected e) {
      return new Access.Rejected(Problem.badRequest(String.valueOf(e.getMessage())));
    }
    Where where = body.where();
    return where.problem().<Access>map(Access.Rejected::new).orElseGet(() -> checks(request, body));
  }

  private Access checks(Request<byte[]> request, InvocationBody body) {
    ServedGraph graph = Graphs.of(request);
    Access.Check invoke = Access.Check.on("invoke_query", graph.address()).hiddenBehind(UNKNOWN);
    Optional<RunnableQuery> query = find(request);
    if (query.isEmpty()) {
      return new Access.Checked(List.of(invoke), null);
    }
    return query.get().isMutation()
        ? new Access.Checked(
            List.of(invoke, body.where().changing(graph)), InvocationBody.bytes(body.params()))
        : new Access.Checked(List.of(invoke, body.where().reading(graph)), null);
  }

  private Reply<Object> invoke(Request<byte[]> request) {
    Optional<RunnableQuery> query = find(request);
    if (query.isEmpty()) {
      return Reply.failed(UNKNOWN);
    }
    InvocationBody body = InvocationBody.read(request.body());
    if (!query.get().isMutation()) {
      return Reply.ok(
          answers.read(request, query.get(), body.params(), body.where(), body.explain()));
    }
    if (body.explain() != null) {
      return Reply.failed(Problem.badRequest("only a query that reads has a plan to explain"));
    }
    if (body.where().snapshot() != null) {
      return Reply.failed(
          Problem.badRequest("a stored mutation cannot run on a `snapshot`; name a `branch`"));
    }
    return switch (answers.change(
        request, query.get(), body.params(), body.where(), body.message())) {
      case Reply.Ok<ChangeOutput>(var output) -> Reply.ok(output);
      case Reply.Failed<ChangeOutput>(var problem) -> Reply.failed(problem);
    };
  }

  private Optional<RunnableQuery> find(Request<?> request) {
    return queries.find(Graphs.of(request).id(), request.pathParameter(NAME));
  }
}
