package io.omnigraph.plugin.graph.serving;

import io.omnigraph.api.Address;
import io.omnigraph.api.serving.Head;
import io.omnigraph.api.serving.PathParameter;
import io.omnigraph.api.serving.Problem;
import io.omnigraph.graph.GraphIds;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Finds the served graph that the segment {@code {graph_id}} of a path names. */
final class GraphPath implements PathParameter {

  /** The parameter's name in path templates. */
  static final String PARAMETER = "graph_id";

  /** What the paths of routes of graphs begin with. */
  static final String GRAPH = "/graphs/{" + PARAMETER + "}";

  private final Map<String, ServedGraph> graphs;

  GraphPath(SortedMap<String, ServedGraph> graphs) {
    this.graphs = new TreeMap<>(graphs);
  }

  /** The graph that a request is about. */
  static ServedGraph served(Head request) {
    return request.resolved(PARAMETER, ServedGraph.class);
  }

  /** The address of the graph that a request is about. */
  static Address address(Head request) {
    return served(request).address();
  }

  @Override
  public Resolution resolve(String segment) {
    if (!GraphIds.isUsable(segment)) {
      return new Resolution.NotFound(
          Problem.badRequest("`" + segment + "` cannot be the id of a graph"));
    }
    ServedGraph graph = graphs.get(segment);
    return graph == null
        ? new Resolution.NotFound(Problem.notFound("graph '" + segment + "' not found"))
        : new Resolution.Found(graph);
  }
}
