package io.omnigraph.graph;

import io.omnigraph.ground.fault.FaultPoints;
import io.omnigraph.schema.catalog.Schema;
import java.util.Optional;
import java.util.ServiceLoader;

/**
 * What keeps graphs in storage, as {@link Graphs} asks it. One implementation is found through
 * {@link ServiceLoader}. Safe for use by many threads.
 */
public interface GraphEngine {

  /** Opens a graph, as {@link Graphs#open} says. */
  Graph open(String uri, FaultPoints faults);

  /** Creates a graph, as {@link Graphs#create} says. */
  Graph create(String uri, Schema schema, Optional<String> actor, FaultPoints faults);

  /** What is at a root. Reads only, and no rows. */
  GraphRoot inspect(String uri);

  /** Removes what a creation that died has left, as {@link Graphs#discardPartial} says. */
  boolean discardPartial(String uri);

  /** Whether a root holds only what a creation left, as {@link Graphs#isLeftByCreation} says. */
  boolean isLeftByCreation(String uri);

  /** Removes what a creation left, as {@link Graphs#removeLeftByCreation} says. */
  void removeLeftByCreation(String uri);

  /**
   * The implementation that this process has, whatever the context of the calling thread.
   *
   * @throws IllegalStateException when none is installed
   */
  static GraphEngine installed() {
    return ServiceLoader.load(GraphEngine.class, GraphEngine.class.getClassLoader())
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no storage engine for graphs is installed"));
  }
}
