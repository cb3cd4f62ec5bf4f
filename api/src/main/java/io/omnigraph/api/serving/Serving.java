package io.omnigraph.api.serving;

import java.util.List;
import java.util.Map;

/** What a started plugin offers. Used by many threads until it is closed. */
public interface Serving extends AutoCloseable {

  /** Services for the plugins after this one and for the server, found by their types. */
  default List<Object> services() {
    return List.of();
  }

  /** The routes. */
  default List<Route<?, ?>> routes() {
    return List.of();
  }

  /** How parameters of paths become objects, by the parameter's name. */
  default Map<String, PathParameter> pathParameters() {
    return Map.of();
  }

  /** Lets go of everything. Called once, when no request runs any more. */
  @Override
  default void close() {}
}
