package io.omnigraph.api.command;

import org.jspecify.annotations.Nullable;

/** The graph that a command is about. */
public sealed interface Target {

  /** The graph's URI, as it is shown: without a final slash. */
  String uri();

  /**
   * A graph root that this process opens itself.
   *
   * @param uri a path, or a URI of a storage scheme
   */
  record Local(String uri) implements Target {}

  /**
   * A graph behind a server.
   *
   * @param uri the base of the graph's routes, such as {@code http://host:8080/graphs/harbor}
   * @param token sent with every request; absent when there is none
   */
  record Remote(String uri, @Nullable String token) implements Target {

    @Override
    public String toString() {
      return "Remote[" + uri + "]";
    }
  }
}
