package io.omnigraph.graph.live;

import io.omnigraph.ground.fault.FaultPoints;
import java.util.Optional;
import java.util.ServiceLoader;

/**
 * Opens the schemas of graphs. The graph engine implements it; one implementation is found through
 * {@link ServiceLoader}.
 */
public interface LiveSchemas {

  /**
   * Opens the schema of a graph to read it. Writes nothing and settles nothing.
   *
   * @param uri the graph's root
   * @throws LiveSchemaException when nothing is there, or it cannot be opened; the message says
   *     which
   */
  LiveSchema openReadOnly(String uri);

  /**
   * Opens the schema of a graph to change it.
   *
   * @throws LiveSchemaException as {@link #openReadOnly}
   */
  LiveSchema open(String uri, FaultPoints faults);

  /** The implementation that this process has; empty when no graph engine is installed. */
  static Optional<LiveSchemas> installed() {
    return ServiceLoader.load(LiveSchemas.class, LiveSchemas.class.getClassLoader()).findFirst();
  }
}
