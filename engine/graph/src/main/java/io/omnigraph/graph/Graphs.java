package io.omnigraph.graph;

import io.omnigraph.ground.access.WriteGate;
import io.omnigraph.ground.fault.FaultPoints;
import io.omnigraph.schema.catalog.Schema;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Creates and opens graphs with the engine that this process has. */
public final class Graphs {

  private static final GraphEngine ENGINE = GraphEngine.installed();

  private Graphs() {}

  /**
   * Opens a graph. Writes nothing.
   *
   * @param uri its root: a path or a URI of a storage scheme
   * @throws GraphException when it cannot be opened
   */
  public static Graph open(String uri, FaultPoints faults) {
    return ENGINE.open(uri, faults);
  }

  /**
   * The same graph with every write behind a gate.
   *
   * @param actor who does everything that is done through it; absent when nobody is named
   */
  public static Graph guarded(Graph graph, WriteGate gate, @Nullable String actor) {
    return new GuardedGraph(graph, gate, actor);
  }

  /**
   * Creates a graph with branch {@code main}, an empty table for each type, and a first commit.
   * What was written is removed again when the store fails on the way.
   *
   * @param actor recorded in the first commit
   * @throws GraphException when something is at the root already, or it cannot be written
   */
  public static Graph create(
      String uri, Schema schema, Optional<String> actor, FaultPoints faults) {
    return ENGINE.create(uri, schema, actor, faults);
  }

  /** What is at a root. Reads only, and no rows. */
  public static GraphRoot inspect(String uri) {
    return ENGINE.inspect(uri);
  }

  /**
   * Removes what a creation that died has left, so that the graph can be created anew. The caller
   * makes sure that no creation is running.
   *
   * @return whether the root was {@link GraphRoot.Partial}; otherwise nothing was removed
   */
  public static boolean discardPartial(String uri) {
    return ENGINE.discardPartial(uri);
  }

  /**
   * Whether a root holds nothing but what a creation that died may have left, down to an empty
   * directory. Reads only.
   *
   * @throws java.io.UncheckedIOException when it cannot be read
   */
  public static boolean isLeftByCreation(String uri) {
    return ENGINE.isLeftByCreation(uri);
  }

  /**
   * Removes what a creation that died has left, the directory of the root too. The caller makes
   * sure that it is that, and that no creation is running.
   *
   * @throws java.io.UncheckedIOException when it cannot be removed
   */
  public static void removeLeftByCreation(String uri) {
    ENGINE.removeLeftByCreation(uri);
  }
}
