package io.omnigraph.plugin.schema;

import io.omnigraph.graph.GraphEngine;
import io.omnigraph.graph.GraphEngineProvider;
import io.omnigraph.graph.World;
import io.omnigraph.graph.live.LiveSchemas;
import java.util.Optional;

/**
 * The graph engine of the commands and servers of this process. They are made apart from each
 * other, by a service loader, and have to share it: the caches are worth nothing otherwise, and a
 * cleanup would not see who reads.
 */
public final class ProcessEngine {

  private static final Optional<GraphEngine> ENGINE =
      GraphEngineProvider.installed().map(provider -> provider.engine(World.of(System.getenv())));

  private ProcessEngine() {}

  /**
   * The engine.
   *
   * @throws IllegalStateException when none is installed
   */
  public static GraphEngine get() {
    return ENGINE.orElseThrow(
        () -> new IllegalStateException("no storage engine for graphs is installed"));
  }

  /** The schemas of its graphs; empty when no engine is installed. */
  public static Optional<LiveSchemas> schemas() {
    return ENGINE.map(GraphEngine::schemas);
  }
}
