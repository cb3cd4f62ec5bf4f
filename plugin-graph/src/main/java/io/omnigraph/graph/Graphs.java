package io.omnigraph.graph;

import io.omnigraph.api.fault.FaultPoints;
import io.omnigraph.schema.catalog.Schema;
import java.util.Optional;

/** Creates and opens graphs. */
public final class Graphs {

  private Graphs() {}

  /**
   * Opens a graph.
   *
   * @param uri its root: a path or a URI of a storage scheme
   * @throws GraphException when it cannot be opened
   */
  public static Graph open(String uri, FaultPoints faults) {
    faults.reached("graph.open");
    throw new GraphException(GraphException.Reason.MISSING, "no graph at " + uri);
  }

  /**
   * Creates a graph with branch {@code main}, an empty table for each type, and a first commit.
   *
   * @throws GraphException when something is at the root already, or it cannot be written
   */
  public static Graph create(
      String uri, Schema schema, Optional<String> actor, FaultPoints faults) {
    return open(uri + schema + actor, faults);
  }
}
