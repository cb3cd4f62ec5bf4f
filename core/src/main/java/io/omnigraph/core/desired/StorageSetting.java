package io.omnigraph.core.desired;

import io.omnigraph.ground.Diagnostic;
import io.omnigraph.ground.source.SourceText;
import io.omnigraph.ground.source.TextFile;
import io.omnigraph.ground.yaml.ConfigNode;
import io.omnigraph.ground.yaml.YamlDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Where a config directory keeps its state, for readers that have no kinds and therefore cannot
 * check the rest of {@code cluster.yaml}.
 */
public sealed interface StorageSetting {

  /**
   * A storage root.
   *
   * @param location an absolute path, or a URI without a final slash
   */
  record Root(String location) implements StorageSetting {}

  /** The setting cannot be trusted; each reason is an error. */
  record Refused(List<Diagnostic> reasons) implements StorageSetting {

    public Refused {
      reasons = List.copyOf(reasons);
    }
  }

  /**
   * Reads the setting of a directory; one without {@code cluster.yaml} is its own root, also one
   * that is not there: what is missing is then its ledger.
   */
  static StorageSetting of(Path directory) {
    Path file = directory.resolve(ClusterFile.NAME);
    if (Files.exists(directory) && !Files.isDirectory(directory)) {
      String message = "`" + directory + "` is not a directory";
      return refused("config_dir_not_found", directory.toString(), message);
    }
    if (!Files.exists(file)) {
      return new Root(StorageRoot.of(directory));
    }
    try {
      return of(YamlDocument.read(new SourceText(file.toString(), TextFile.read(file))), directory);
    } catch (IOException e) {
      String message = "cannot read `" + file + "`: " + e.getMessage();
      return refused("cluster_config_read_error", ClusterFile.NAME, message);
    }
  }

  private static StorageSetting of(YamlDocument document, Path directory) {
    if (!document.problems().isEmpty()) {
      return new Refused(
          document.problems().stream()
              .map(problem ->
                  Diagnostic.error("invalid_cluster_yaml", ClusterFile.NAME, problem.message())
                      .at(problem.span()))
              .toList());
    }
    if (!(document.root().orElse(null) instanceof ConfigNode.Fields fields)) {
      return refused("invalid_cluster_yaml", ClusterFile.NAME, "the file must hold a map");
    }
    return switch (fields.field("storage").orElse(null)) {
      case null -> new Root(StorageRoot.of(directory));
      case ConfigNode.Text(var written, _) ->
          switch (StorageRoot.resolve(written, directory)) {
            case StorageRoot.Resolved(var location) -> new Root(location);
            case StorageRoot.Invalid(var reason) ->
                refused("invalid_storage_root", "storage", reason);
          };
      case ConfigNode other -> {
        String message = "`storage` must be a string, not " + other.described();
        yield refused("invalid_cluster_yaml", ClusterFile.NAME, message);
      }
    };
  }

  private static Refused refused(String code, String path, String message) {
    return new Refused(List.of(Diagnostic.error(code, path, message)));
  }
}
