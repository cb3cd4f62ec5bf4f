package io.omnigraph.graph;

import io.omnigraph.graph.live.LiveSchemas;
import io.omnigraph.graph.maintenance.CacheCounts;
import io.omnigraph.ground.fault.FaultPoints;
import io.omnigraph.schema.catalog.Schema;
import java.util.Optional;

/**
 * Creates and opens graphs, and holds what they share: the caches, the snapshots that cleanups
 * leave alone, and the writes that are under way. A process makes one and passes it on, because two
 * engines know as little of each other's readers as two processes do. Made by {@link
 * GraphEngineProvider}. Safe for use by many threads.
 */
public interface GraphEngine {

  /** What this engine takes from the world around it. */
  World world();

  /**
   * Opens a graph. Writes nothing.
   *
   * @param uri its root: a path or a URI of a storage scheme
   * @throws GraphException when it cannot be opened
   */
  Graph open(String uri, FaultPoints faults);

  /**
   * Creates a graph with branch {@code main}, an empty table for each type, and a first commit.
   * What was written is removed again when the store fails on the way.
   *
   * @param actor recorded in the first commit
   * @throws GraphException when something is at the root already, or it cannot be written
   */
  Graph create(String uri, Schema schema, Optional<String> actor, FaultPoints faults);

  /** What is at a root. Reads only, and no rows. */
  GraphRoot inspect(String uri);

  /**
   * Removes what a creation that died has left, so that the graph can be created anew. The caller
   * makes sure that no creation is running.
   *
   * @return whether the root was {@link GraphRoot.Partial}; otherwise nothing was removed
   */
  boolean discardPartial(String uri);

  /**
   * Whether a root holds nothing but what a creation that died may have left, down to an empty
   * directory. Reads only.
   *
   * @throws java.io.UncheckedIOException when it cannot be read
   */
  boolean isLeftByCreation(String uri);

  /**
   * Removes what a creation that died has left, the directory of the root too. The caller makes
   * sure that it is that, and that no creation is running.
   *
   * @throws java.io.UncheckedIOException when it cannot be removed
   */
  void removeLeftByCreation(String uri);

  /** The schemas of graphs, with the same caches. */
  LiveSchemas schemas();

  /** What the caches hold and how well they did. */
  CacheCounts caches();
}
