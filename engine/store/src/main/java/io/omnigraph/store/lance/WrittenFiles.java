package io.omnigraph.store.lance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The files that a write made, to be flushed before anything points to them. Object stores keep
 * what they have confirmed, so there is nothing to flush there.
 */
final class WrittenFiles {

  private final LanceStore store;
  private final Set<String> names = new LinkedHashSet<>();

  WrittenFiles(LanceStore store) {
    this.store = store;
  }

  /** The name of a detached version's manifest (Lance table format, detached versions). */
  static String manifest(long version) {
    return "_versions/d" + Long.toUnsignedString(version) + ".manifest";
  }

  /** Notes a file, by its name in its dataset. */
  void add(String name) {
    names.add(name);
  }

  /** Flushes all of them, and every directory that has gained a name on the way to them. */
  void flush(String dataset) {
    String location = store.locate(dataset);
    if (location.contains("://")) {
      return;
    }
    Set<Path> files = new LinkedHashSet<>();
    Set<Path> directories = new LinkedHashSet<>();
    for (String name : names) {
      Path file = Path.of(location).resolve(name);
      files.add(file);
      addDirectories(file, directories);
    }
    try {
      store.flush().all(files);
      store.flush().all(directories);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot flush " + location, e);
    }
    files.forEach(file -> store.entered().add(file.getParent()));
  }

  private void addDirectories(Path file, Set<Path> directories) {
    Path own = file.getParent();
    for (Path p = own; p != null && depth(p) >= 0; p = p.getParent()) {
      directories.add(p);
      if (store.entered().contains(own)) {
        return;
      }
    }
  }

  /** How deep a directory lies below the root; negative outside. */
  private int depth(Path path) {
    Path root = Path.of(store.locate("")).normalize();
    return path.startsWith(root) ? path.getNameCount() - root.getNameCount() : -1;
  }
}
