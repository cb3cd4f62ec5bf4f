package io.omnigraph.graph.column;

/** A column whose values lie in arrays of its own. */
public interface InMemory {

  /** What every array costs beside its elements. */
  long ARRAY_BYTES = 16;

  /** The bytes that the column takes in memory. */
  long bytes();
}
