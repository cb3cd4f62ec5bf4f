package io.omnigraph.plugin.query.serving;

import com.fasterxml.jackson.databind.JsonNode;
import io.omnigraph.api.serving.Reply;
import io.omnigraph.api.serving.Request;
import io.omnigraph.execute.mutation.MutationRun;
import io.omnigraph.execute.result.ChangeOutput;
import io.omnigraph.execute.result.QueryRejected;
import io.omnigraph.execute.result.ReadOutput;
import io.omnigraph.execute.run.Inspection;
import io.omnigraph.execute.run.QueryRunner;
import io.omnigraph.execute.run.RunnableQuery;
import io.omnigraph.graph.Graph;
import io.omnigraph.graph.write.WriteRequest;
import io.omnigraph.plugin.graph.serving.Failures;
import io.omnigraph.query.parameter.Parameters;
import org.jspecify.annotations.Nullable;

/** Answers requests by running queries; the same for stored queries and for those that are sent. */
record Answers(QueryRunner runner) {

  /**
   * Runs a read, or shows how it is answered.
   *
   * @param inspection absent for the rows alone
   */
  ReadOutput read(
      Request<?> request,
      RunnableQuery query,
      @Nullable JsonNode params,
      Where where,
      @Nullable Inspection inspection) {
    if (query.isMutation()) {
      throw new QueryRejected(
          "query '%s' contains mutations; use POST /mutate instead".formatted(query.name()));
    }
    Parameters values = query.bind(params);
    Graph graph = Graphs.of(request).graph();
    QueryRunner waiting = runner.stoppingWhen(request::isAbandoned);
    return inspection == null
        ? waiting.read(query, values, graph, where.target())
        : waiting.inspect(query, values, graph, where.target(), inspection);
  }

  /**
   * Runs a mutation.
   *
   * @param message recorded in the commit; absent when there is nothing to say
   */
  Reply<ChangeOutput> change(
      Request<?> request,
      RunnableQuery query,
      @Nullable JsonNode params,
      Where where,
      @Nullable String message) {
    if (!query.isMutation()) {
      throw MutationRun.readsOnly(query.name());
    }
    Parameters values = query.bind(params);
    QueryRunner.Change change =
        runner.change(
            query,
            values,
            Graphs.of(request).graph(),
            new WriteRequest(
                where.branchName(), request.actor().orElse(null), QueryRunner.OPERATION, message));
    return switch (change) {
      case QueryRunner.Change.Done(var output) -> Reply.ok(output);
      case QueryRunner.Change.Refused(var failure) -> Failures.reply(failure);
    };
  }
}
