package io.omnigraph.core.desired;

import io.omnigraph.ground.source.WrittenPath;
import io.omnigraph.ground.storage.Storages;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SortedSet;

/** What the {@code storage:} key means (docs/reference/cluster.md §5). Nothing is opened. */
sealed interface StorageRoot {

  /**
   * A place.
   *
   * @param location an absolute path, or a URI without a final slash
   */
  record Resolved(String location) implements StorageRoot {}

  /** None. */
  record Invalid(String reason) implements StorageRoot {}

  /** The root where no other is set: the config directory. */
  static String of(Path directory) {
    return absolute(directory).toString();
  }

  /** The root that a value means; relative paths are joined to the config directory. */
  static StorageRoot resolve(String written, Path directory) {
    String trimmed = written.strip();
    if (trimmed.isEmpty()) {
      return new Invalid("`storage` is blank; name a directory or a URI, or remove the key");
    }
    Optional<String> scheme = Storages.schemeOf(trimmed);
    return scheme.isPresent() ? uri(trimmed, scheme.get()) : path(trimmed, directory);
  }

  private static StorageRoot uri(String uri, String scheme) {
    SortedSet<String> known = Storages.schemes();
    if (!known.contains(scheme)) {
      return new Invalid(
          "no storage for the scheme `%s` in `%s`; use a path or one of the schemes `%s`"
              .formatted(scheme, uri, String.join("`, `", known)));
    }
    String location = withoutFinalSlashes(uri);
    return location.length() > scheme.length() + "://".length()
        ? new Resolved(location)
        : new Invalid("`" + uri + "` names no place; write one after the slashes");
  }

  private static StorageRoot path(String path, Path directory) {
    try {
      return new Resolved(absolute(directory.resolve(withoutFinalSlashes(path))).toString());
    } catch (InvalidPathException e) {
      return new Invalid("`%s` is not a path: %s".formatted(path, e.getReason()));
    }
  }

  private static Path absolute(Path path) {
    return WrittenPath.cleaned(path.toAbsolutePath());
  }

  private static String withoutFinalSlashes(String location) {
    int end = location.length();
    while (end > 1 && location.charAt(end - 1) == '/') {
      end--;
    }
    return location.substring(0, end);
  }
}
