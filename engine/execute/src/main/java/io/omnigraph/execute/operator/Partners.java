package io.omnigraph.execute.operator;

/** The nodes that are paired with a node by a traversal in one direction. */
interface Partners {

  /** The partners of a node, each once; the list holds until the next call. */
  IntList of(int node);

  /** Whether a node is paired with another. */
  boolean has(int node, int partner);

  /** The number of partners of a node. */
  default int count(int node) {
    return of(node).size();
  }
}
