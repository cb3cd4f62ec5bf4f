package io.omnigraph.store;

import io.omnigraph.graph.GraphEngine;
import io.omnigraph.graph.GraphEngineProvider;
import io.omnigraph.graph.World;

/** Makes engines that keep graphs in storage. */
public final class StoredGraphsProvider implements GraphEngineProvider {

  /** Called by {@link java.util.ServiceLoader}. */
  public StoredGraphsProvider() {}

  @Override
  public GraphEngine engine(World world) {
    return new StoredGraphs(world);
  }
}
