package io.omnigraph.plugin.query.serving;

import io.omnigraph.api.serving.Body;
import io.omnigraph.api.serving.Gate;
import io.omnigraph.api.serving.Prepared;
import io.omnigraph.api.serving.Reply;
import io.omnigraph.api.serving.Route;
import io.omnigraph.execute.result.ChangeOutput;
import io.omnigraph.execute.result.ReadOutput;
import io.omnigraph.execute.run.QueryRunner;
import io.omnigraph.execute.run.RunnableQuery;
import io.omnigraph.ground.access.Action;
import io.omnigraph.ground.source.SourceText;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The routes for queries that clients send (docs/reference/http.md §9.4 and §9.5), each under two
 * names.
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
        Gate.reading(Action.READ, Graphs::address),
        Body.JsonBody.of(type),
        ReadOutput.class,
        request -> {
          QueryRequest body = normalised.apply(request.body());
          Where where = body.where();
          return where.problem().isPresent()
              ? Prepared.refused(where.problem().get())
              : Prepared.ready(
                  where.reading(Graphs.of(request)),
                  () ->
                      Reply.ok(
                          answers.read(
                              request,
                              query(body.query(), body.name()),
                              body.params(),
                              where,
                              body.explain())));
        });
  }

  private Route<ChangeRequest, ChangeOutput> changing(String name) {
    return new Route<>(
        name,
        Route.Method.POST,
        Graphs.PATH + "/" + name,
        Gate.writing(Action.CHANGE, Graphs::address),
        Body.JsonBody.of(ChangeRequest.class),
        ChangeOutput.class,
        request -> {
          ChangeRequest body = request.body();
          Where where = body.where();
          return where.problem().isPresent()
              ? Prepared.refused(where.problem().get())
              : Prepared.ready(
                  where.changing(Graphs.of(request)),
                  () ->
                      answers.change(
                          request,
                          query(body.query(), body.name()),
                          body.params(),
                          where,
                          body.message()));
        });
  }

  private static RunnableQuery query(String source, @Nullable String name) {
    return RunnableQuery.of(new SourceText("query", source), name);
  }
}
