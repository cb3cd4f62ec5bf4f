package io.omnigraph.graph;

import io.omnigraph.ground.fault.FaultPoints;
import io.omnigraph.schema.catalog.Schema;
import java.util.Map;
import java.util.Optional;

/** The graphs of one engine, which the tests of a process share as its users would. */
public final class Graphs {

  /** The engine. */
  public static final GraphEngine ENGINE = engine(World.of(System.getenv()));

  private Graphs() {}

  /** An engine that shares nothing with others. */
  public static GraphEngine engine(World world) {
    return GraphEngineProvider.installed().orElseThrow().engine(world);
  }

  /** An engine that shares nothing with others, and nothing set in its environment. */
  public static GraphEngine engine() {
    return engine(World.of(Map.of()));
  }

  /** Opens a graph. */
  public static Graph open(String uri, FaultPoints faults) {
    return ENGINE.open(uri, faults);
  }

  /** Creates a graph. */
  public static Graph create(
      String uri, Schema schema, Optional<String> actor, FaultPoints faults) {
    return ENGINE.create(uri, schema, actor, faults);
  }

  /** What is at a root. */
  public static GraphRoot inspect(String uri) {
    return ENGINE.inspect(uri);
  }

  /** Removes what a creation that died has left. */
  public static boolean discardPartial(String uri) {
    return ENGINE.discardPartial(uri);
  }
}
