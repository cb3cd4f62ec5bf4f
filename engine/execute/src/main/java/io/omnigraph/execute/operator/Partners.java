package io.omnigraph.execute.operator;

/** The nodes that are paired with a node by a traversal in one direction. */
interface Partners {

  /** The partners of a node, each once; the list holds until the next call. */
  IntList of(int node);

  /** Whether a node is paired with another. */
  boolean has(int node, int partner);

  /** Whether a node has a partner. */
  default boolean any(int node) {
    return of(node).size() > 0;
  }

  /** Puts the number of partners of each of some nodes. */
  default void counts(int[] nodes, int count, int[] into) {
    for (int i = 0; i < count; i++) {
      into[i] = count(nodes[i]);
    }
  }

  /** The number of partners of a node. */
  default int count(int node) {
    return of(node).size();
  }
}
