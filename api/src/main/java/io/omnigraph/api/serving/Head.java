package io.omnigraph.api.serving;

import java.util.Optional;

/**
 * A request before its body is read: authenticated, and with its path resolved. What can be decided
 * from it is decided before a byte of the body is taken in. Immutable.
 */
public interface Head {

  /** Who calls; empty when the server needs no authentication. */
  Optional<String> actor();

  /** The object that a path parameter was resolved to by a {@link PathParameter}. */
  <T> T resolved(String parameter, Class<T> type);

  /** The percent-decoded text of a path parameter. */
  String pathParameter(String parameter);

  /** A parameter of the query string; empty when it is missing. */
  Optional<String> queryParameter(String name);

  /**
   * Whether the client has gone away. Long work that changes nothing asks for this now and then and
   * stops; asking costs about as much as a system call.
   */
  default boolean isAbandoned() {
    return false;
  }
}
