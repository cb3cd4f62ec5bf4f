package io.omnigraph.bench;

import io.omnigraph.graph.GraphEngine;
import io.omnigraph.graph.GraphEngineProvider;
import io.omnigraph.graph.World;

/** Engines to be measured. */
final class BenchEngine {

  /** What the parts of a benchmark share. */
  static final GraphEngine SHARED = cold();

  private BenchEngine() {}

  /** One of its own, with nothing in its caches. */
  static GraphEngine cold() {
    return in(World.of(System.getenv()));
  }

  /** One in a world. */
  static GraphEngine in(World world) {
    return GraphEngineProvider.installed().orElseThrow().engine(world);
  }
}
