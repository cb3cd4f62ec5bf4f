package io.omnigraph.plugin.graph.serving;

import java.util.List;

/** The served graphs, by id. */
public record GraphList(List<Entry> graphs) {

  public GraphList {
    graphs = List.copyOf(graphs);
  }

  /** A served graph and its root. */
  public record Entry(String graphId, String uri) {}
}
