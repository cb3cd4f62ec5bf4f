package io.omnigraph.execute.plan;

import io.omnigraph.graph.snapshot.Snapshot;

/** What is known of the sizes of a graph's tables without reading a row. */
public interface Statistics {

  /** The number of nodes of a type. */
  long nodes(String type);

  /** The number of edges of a type. */
  long edges(String type);

  /** The sizes of a snapshot. */
  static Statistics of(Snapshot snapshot) {
    return new Statistics() {
      @Override
      public long nodes(String type) {
        return snapshot.nodes(type).liveCount();
      }

      @Override
      public long edges(String type) {
        return snapshot.edges(type).liveCount();
      }
    };
  }
}
