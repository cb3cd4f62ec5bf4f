package io.omnigraph.plugin.query.serving;

import io.omnigraph.api.Address;
import io.omnigraph.api.serving.Head;
import io.omnigraph.plugin.graph.serving.ServedGraph;

/** Where the routes of graphs stand, and which graph a request is about. */
final class Graphs {

  private static final String PARAMETER = "graph_id";

  /** What the paths of routes of graphs begin with. */
  static final String PATH = "/graphs/{" + PARAMETER + "}";

  private Graphs() {}

  /** The graph that a request is about. */
  static ServedGraph of(Head request) {
    return request.resolved(PARAMETER, ServedGraph.class);
  }

  /** The address of the graph that a request is about. */
  static Address address(Head request) {
    return of(request).address();
  }
}
