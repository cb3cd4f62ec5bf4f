package io.omnigraph.plugin.graph.serving;

import io.omnigraph.api.Address;
import io.omnigraph.graph.Graph;

/**
 * A graph that a server has open: the value of the path parameter {@code graph_id}, and a service
 * of this slice's serving plugin for the plugins after it.
 *
 * @param address {@code graph.<id>}
 * @param graph open for reading and writing until the server stops
 */
public record ServedGraph(Address address, Graph graph) {

  /** The graph's id. */
  public String id() {
    return address.name();
  }
}
