package io.omnigraph.graph;

import java.util.Optional;
import java.util.ServiceLoader;

/**
 * Makes engines. Found through {@link ServiceLoader}; an implementation has no state, and what it
 * makes shares nothing with what it made before.
 */
public interface GraphEngineProvider {

  /**
   * Makes an engine with nothing open.
   *
   * @throws GraphException when a variable of the environment has a value that cannot be used
   */
  GraphEngine engine(World world);

  /**
   * The implementation on the class path, whatever the context of the calling thread; empty when
   * none is installed.
   */
  static Optional<GraphEngineProvider> installed() {
    return ServiceLoader.load(GraphEngineProvider.class, GraphEngineProvider.class.getClassLoader())
        .findFirst();
  }
}
