package io.omnigraph.io.load;

import io.omnigraph.schema.catalog.GraphType.EdgeType;

/** One of the two ends of an edge. */
enum End {
  SOURCE("src"),
  TARGET("dst");

  private final String word;

  End(String word) {
    this.word = word;
  }

  /** What messages call it. */
  String word() {
    return word;
  }

  /** The type of the nodes at this end of edges. */
  String nodeType(EdgeType type) {
    return this == SOURCE ? type.from() : type.to();
  }
}
