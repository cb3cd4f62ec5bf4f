package io.omnigraph.graph.snapshot;

/** What to read. */
public sealed interface ReadTarget {

  /** The head of a branch at the time of asking. */
  record Branch(String name) implements ReadTarget {}

  /** A commit by its id, whatever branch it is on. */
  record AtCommit(String id) implements ReadTarget {}

  /** The head of {@code main}. */
  static ReadTarget main() {
    return new Branch("main");
  }
}
