package io.omnigraph.graph;

import io.omnigraph.ground.Digest;

/** What is at a place where a graph is, or may be made. Found without changing anything. */
public sealed interface GraphRoot {

  /** Nothing. */
  record Absent() implements GraphRoot {}

  /**
   * A creation that has not ended, or died: there is nothing but what creation writes, and no
   * branch yet.
   */
  record Partial() implements GraphRoot {}

  /**
   * A graph.
   *
   * @param schema digest of the source of the accepted schema
   * @param version of branch {@code main}
   */
  record Open(Digest schema, long version) implements GraphRoot {}

  /** Something that is not a graph of this program, or is damaged. */
  record Unreadable(String reason) implements GraphRoot {}
}
