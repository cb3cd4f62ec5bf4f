package io.omnigraph.graph.snapshot;

import java.time.Instant;

/** What to read. */
public sealed interface ReadTarget {

  /** The head of a branch at the time of asking. */
  record Branch(String name) implements ReadTarget {}

  /** A commit by its id, whatever branch it is on. */
  record AtCommit(String id) implements ReadTarget {}

  /** The commit that a tag names. */
  record Tag(String name) implements ReadTarget {}

  /** The last commit of a branch's history that was made at an instant or before it. */
  record AtTime(String branch, Instant at) implements ReadTarget {}

  /** The head of {@code main}. */
  static ReadTarget main() {
    return new Branch("main");
  }
}
