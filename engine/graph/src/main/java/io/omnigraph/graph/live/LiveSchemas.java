package io.omnigraph.graph.live;

import io.omnigraph.ground.fault.FaultPoints;

/**
 * Opens the schemas of graphs.
 *
 * @see io.omnigraph.graph.GraphEngine#schemas
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
}
