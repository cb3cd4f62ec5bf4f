package io.omnigraph.plugin.query.serving;

import io.omnigraph.api.serving.Route;
import io.omnigraph.api.serving.Serving;
import io.omnigraph.execute.run.QueryRunner;
import io.omnigraph.plugin.graph.serving.Failures;
import java.util.ArrayList;
import java.util.List;

/** The stored queries of a server and the routes that run queries. */
final class QueryServing implements Serving {

  private final StoredQueries queries;
  private final QueryRunner runner;

  QueryServing(StoredQueries queries, QueryRunner runner) {
    this.queries = queries;
    this.runner = runner;
  }

  @Override
  public List<Route<?, ?>> routes() {
    List<Route<?, ?>> routes = new ArrayList<>(new StoredQueryRoutes(queries, runner).routes());
    routes.addAll(new AdHocRoutes(runner).routes());
    return Failures.answered(routes);
  }
}
