package io.omnigraph.plugins;

import java.util.List;
import java.util.ServiceLoader;

/** The installed plugins. */
public final class Plugins {

  private Plugins() {}

  /**
   * The installed implementations of one of the plugin contracts, in the order of the class path.
   *
   * @throws java.util.ServiceConfigurationError when one cannot be made; the message names it
   */
  public static <T> List<T> of(Class<T> contract) {
    return ServiceLoader.load(contract).stream().map(ServiceLoader.Provider::get).toList();
  }
}
