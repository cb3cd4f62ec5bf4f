package io.omnigraph;

import io.omnigraph.execute.result.QueryTarget;
import io.omnigraph.execute.result.ReadOutput;
import io.omnigraph.execute.run.QueryRunner;
import io.omnigraph.execute.run.RunnableQuery;
import io.omnigraph.graph.Graph;
import io.omnigraph.graph.write.WriteRequest;
import io.omnigraph.ground.json.Json;
import io.omnigraph.ground.source.SourceText;
import io.omnigraph.io.load.LoadMode;
import io.omnigraph.io.load.LoadOutcome;
import io.omnigraph.io.load.LoadRequest;
import io.omnigraph.io.load.LoadSource;
import io.omnigraph.io.load.Loader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/**
 * A branch of an open graph: its head is found anew by every call. Safe for use by many threads.
 *
 * <p>Parameters are given by name without {@code $}; their values are what JSON has: texts,
 * numbers, booleans, lists of those.
 */
public final class GraphBranch {

  private final Graph graph;
  private final QueryRunner queries;
  private final String name;

  GraphBranch(Graph graph, QueryRunner queries, String name) {
    this.graph = graph;
    this.queries = queries;
    this.name = name;
  }

  /**
   * Answers a read.
   *
   * @param query the text of one query
   * @throws io.omnigraph.execute.result.QueryRejected when it cannot be carried out
   */
  public ReadOutput query(String query, Map<String, ?> parameters) {
    RunnableQuery runnable = RunnableQuery.of(new SourceText("query", query), null);
    return queries.read(
        runnable, runnable.bind(Json.tree(parameters)), graph, QueryTarget.branch(name));
  }

  /**
   * Carries out a mutation as one commit.
   *
   * @param query the text of one mutation
   * @return what was done, or that others got there first and nothing was written
   * @throws io.omnigraph.execute.result.QueryRejected when it cannot be carried out
   */
  public QueryRunner.Change mutate(String query, Map<String, ?> parameters) {
    RunnableQuery runnable = RunnableQuery.of(new SourceText("query", query), null);
    return queries.change(
        runnable,
        runnable.bind(Json.tree(parameters)),
        graph,
        new WriteRequest(name, null, QueryRunner.OPERATION));
  }

  /**
   * Loads a file of records, one JSON object a line, as one commit: rows with an id that is there
   * already are replaced.
   *
   * @throws IOException when the file cannot be read
   */
  public LoadOutcome load(Path records) throws IOException {
    return new Loader(graph)
        .load(new LoadRequest(name, LoadMode.MERGE, null), LoadSource.file(records));
  }
}
