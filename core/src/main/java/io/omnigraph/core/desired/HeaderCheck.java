package io.omnigraph.core.desired;

import io.omnigraph.ground.Diagnostic;
import io.omnigraph.ground.yaml.ConfigNode;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the keys that belong to no kind (docs/reference/cluster.md §2.5, step 5). */
final class HeaderCheck {

  private static final BigInteger VERSION = BigInteger.ONE;
  private static final String BACKEND = "cluster";

  private final Path directory;
  private final ConfigNode.Fields root;
  private final List<Diagnostic> diagnostics = new ArrayList<>();

  /** For a document of the right shape. */
  HeaderCheck(Path directory, ConfigNode.Fields root) {
    this.directory = directory;
    this.root = root;
  }

  /**
   * The header.
   *
   * @param diagnostics beside which the header stays usable: the storage root is then the config
   *     directory
   */
  record Checked(LoadedConfig.Header header, List<Diagnostic> diagnostics) {

    Checked {
      diagnostics = List.copyOf(diagnostics);
    }
  }

  Checked check() {
    version();
    name();
    backend();
    String storageRoot = storageRoot();
    return new Checked(new LoadedConfig.Header(storageRoot, usesLock()), diagnostics);
  }

  private void version() {
    if (root.field("version").orElse(null) instanceof ConfigNode.Int(var version, var span)
        && !version.equals(VERSION)) {
      String message = "unsupported version `%s`; write `version: 1`".formatted(version);
      diagnostics.add(
          Diagnostic.error("unsupported_cluster_config_version", "version", message).at(span));
    }
  }

  private void name() {
    text("metadata", "name")
        .filter(name -> name.value().isBlank())
        .ifPresent(name -> {
          String message = "`metadata.name` is blank; give it a name or remove it";
          diagnostics.add(
              Diagnostic.error("empty_metadata_name", "metadata.name", message).at(name.span()));
        });
  }

  private void backend() {
    text("state", "backend")
        .filter(backend -> !backend.value().equals(BACKEND))
        .ifPresent(backend -> {
          String message =
              "unsupported state backend `%s`; the only one is `cluster`"
                  .formatted(backend.value());
          diagnostics.add(
              Diagnostic.error("unsupported_state_backend", "state.backend", message)
                  .at(backend.span()));
        });
  }

  private String storageRoot() {
    if (!(root.field("storage").orElse(null) instanceof ConfigNode.Text(var value, var span))) {
      return StorageRoot.of(directory);
    }
    return switch (StorageRoot.resolve(value, directory)) {
      case StorageRoot.Resolved(var location) -> location;
      case StorageRoot.Invalid(var reason) -> {
        diagnostics.add(Diagnostic.error("invalid_storage_root", "storage", reason).at(span));
        yield StorageRoot.of(directory);
      }
    };
  }

  private boolean usesLock() {
    return !(inside("state", "lock").orElse(null) instanceof ConfigNode.Bool(var lock, _)) || lock;
  }

  private Optional<ConfigNode.Text> text(String map, String key) {
    return inside(map, key).map(ConfigNode.Text.class::cast);
  }

  private Optional<ConfigNode> inside(String map, String key) {
    return root.field(map).map(ConfigNode.Fields.class::cast).flatMap(it -> it.field(key));
  }
}
