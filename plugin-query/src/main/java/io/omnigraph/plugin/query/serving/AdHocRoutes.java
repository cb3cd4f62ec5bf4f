package io.omnigraph.plugin.query.serving;

import io.omnigraph.api.serving.Access;
import io.omnigraph.api.serving.Body;
import io.omnigraph.api.serving.Reply;
import io.omnigraph.api.serving.Request;
import io.omnigraph.api.serving.Route;
import io.omnigraph.execute.result.ChangeOutput;
import io.omnigraph.execute.result.ReadOutput;
import io.omnigraph.execute.run.QueryRunner;
import io.omnigraph.execute.run.RunnableQuery;
import io.omnigraph.ground.source.SourceText;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The routes for queries that clients send (HTTP specification, sections 9.4 and 9.5), each under
 * two names.
 */
final class AdHocRoutes {

  private final Answers answers;

  AdHocRoutes(QueryRunner runner) {
    this.answers = new Answers(runner);
  }

  List<Route<?, ?>> routes() {
    return List.of(
        reading("query", QueryRequest.class, Function.identity()),
        reading("read", ReadRequest.class, ReadRequest::asQuery),
        changing("mutate"),
        changing("change"));
  }

  private <I> Route<I, ReadOutput> reading(
      String name, Class<I> type, Function<I, QueryRequest> normalised) {
    return new Route<>(
        name,
        Route.Method.POST,
        Graphs.PATH + "/" + name,
        Body.JsonBody.of(type),
        ReadOutput.class,
        request -> readAccess(request, normalised.apply(request.body())),
        Failures.handler(request -> read(request, normalised.apply(request.body()))));
  }

  private Route<ChangeRequest, ChangeOutput> changing(String name) {
    return new Route<>(
        name,
        Route.Method.POST,
        Graphs.PATH + "/" + name,
        Body.JsonBody.of(ChangeRequest.class),
        ChangeOutput.class,
        AdHocRoutes::changeAccess,
        Failures.handler(this::change));
  }

  private static Access readAccess(Request<?> request, QueryRequest body) {
    return body.where()
        .problem()
        .<Access>map(Access.Rejected::new)
        .orElseGet(() -> Access.reading(body.where().reading(Graphs.of(request))));
  }

  private static Access changeAccess(Request<ChangeRequest> request) {
    ChangeRequest body = request.body();
    return body.where()
        .problem()
        .<Access>map(Access.Rejected::new)
        .orElseGet(() -> Access.writing(body.where().changing(Graphs.of(request)), body.cost()));
  }

  private Reply<ReadOutput> read(Request<?> request, QueryRequest body) {
    RunnableQuery query = query(body.query(), body.name());
    return Reply.ok(answers.read(request, query, body.params(), body.where(), body.explain()));
  }

  private Reply<ChangeOutput> change(Request<ChangeRequest> request) {
    ChangeRequest body = request.body();
    RunnableQuery query = query(body.query(), body.name());
    return answers.change(request, query, body.params(), body.where(), body.message());
  }

  private static RunnableQuery query(String source, @Nullable String name) {
    return RunnableQuery.of(new SourceText("query", source), name);
  }
}
