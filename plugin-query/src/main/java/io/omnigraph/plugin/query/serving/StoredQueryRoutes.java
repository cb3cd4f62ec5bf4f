package io.omnigraph.plugin.query.serving;

import io.omnigraph.api.Address;
import io.omnigraph.api.serving.Access;
import io.omnigraph.api.serving.Body;
import io.omnigraph.api.serving.Gate;
import io.omnigraph.api.serving.Head;
import io.omnigraph.api.serving.Lane;
import io.omnigraph.api.serving.Prepared;
import io.omnigraph.api.serving.Problem;
import io.omnigraph.api.serving.Reply;
import io.omnigraph.api.serving.Request;
import io.omnigraph.api.serving.Route;
import io.omnigraph.execute.result.ChangeOutput;
import io.omnigraph.execute.run.QueryRunner;
import io.omnigraph.execute.run.RunnableQuery;
import io.omnigraph.graph.BranchNames;
import io.omnigraph.ground.access.Action;
import io.omnigraph.plugin.graph.serving.ServedGraph;
import java.util.List;
import java.util.Optional;

/**
 * The catalogue of stored queries and their invocation (docs/reference/http.md §9.8 and §9.9). Who
 * may not invoke cannot tell a query that exists from one that does not.
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
        Gate.reading(Action.READ, Graphs::address),
        new Body.None(),
        QueryCatalogue.class,
        request -> {
          ServedGraph graph = Graphs.of(request);
          return Prepared.ready(
              Access.Check.onBranch(Action.READ, graph.address(), BranchNames.MAIN),
              () -> Reply.ok(catalogue(graph)));
        });
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
        new Gate.Guarded(this::entrance),
        Body.Raw.usual(),
        Object.class,
        this::invocation);
  }

  /** Who may not invoke is told the same whether there is such a query or not. */
  private Gate.Entrance entrance(Head request) {
    Address graph = Graphs.address(request);
    Access invoke = Access.Check.on(Action.INVOKE_QUERY, graph).hiddenBehind(UNKNOWN);
    return find(request)
        .map(query ->
            query.isMutation()
                ? new Gate.Entrance(
                    Lane.WRITE, List.of(invoke, new Access.Reach(Action.CHANGE, graph)))
                : new Gate.Entrance(
                    Lane.READ, List.of(invoke, new Access.Reach(Action.READ, graph))))
        .orElseGet(() -> new Gate.Entrance(Lane.READ, List.of(invoke)));
  }

  private Prepared<Object> invocation(Request<byte[]> request) {
    Optional<RunnableQuery> found = find(request);
    if (found.isEmpty()) {
      return Prepared.refused(UNKNOWN);
    }
    RunnableQuery query = found.get();
    InvocationBody body = InvocationBody.read(request.body());
    Optional<Problem> problem =
        body.where().problem().or(() -> misfit(query, body).map(Problem::badRequest));
    if (problem.isPresent()) {
      return Prepared.refused(problem.get());
    }
    ServedGraph graph = Graphs.of(request);
    return query.isMutation()
        ? Prepared.ready(body.where().changing(graph), () -> change(request, query, body))
        : Prepared.ready(
            body.where().reading(graph),
            () ->
                Reply.ok(
                    answers.read(request, query, body.params(), body.where(), body.explain())));
  }

  /** What a body asks for that a mutation cannot give. */
  private static Optional<String> misfit(RunnableQuery query, InvocationBody body) {
    if (!query.isMutation()) {
      return Optional.empty();
    }
    if (body.explain() != null) {
      return Optional.of("only a query that reads has a plan to explain");
    }
    return body.where().snapshot() == null
        ? Optional.empty()
        : Optional.of("a stored mutation cannot run on a `snapshot`; name a `branch`");
  }

  private Reply<Object> change(Request<?> request, RunnableQuery query, InvocationBody body) {
    return switch (answers.change(request, query, body.params(), body.where(), body.message())) {
      case Reply.Ok<ChangeOutput>(var output) -> Reply.ok(output);
      case Reply.Failed<ChangeOutput>(var problem) -> Reply.failed(problem);
    };
  }

  private Optional<RunnableQuery> find(Head request) {
    return queries.find(Graphs.of(request).id(), request.pathParameter(NAME));
  }
}
