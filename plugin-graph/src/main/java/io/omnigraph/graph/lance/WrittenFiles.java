package io.omnigraph.graph.lance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
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

  /** Flushes all of them, and every directory from theirs up to the one that datasets lie in. */
  void flush(String dataset) {
    String location = store.locate(dataset);
    if (location.contains("://")) {
      return;
    }
    Path directory = Path.of(location);
    Set<Path> directories = new LinkedHashSet<>();
    try {
      for (String name : names) {
        Path file = directory.resolve(name);
        force(file, StandardOpenOption.WRITE);
        for (Path p = file.getParent(); p != null && depth(p) >= 0; p = p.getParent()) {
          directories.add(p);
        }
      }
      for (Path parent : directories) {
        force(parent, StandardOpenOption.READ);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot flush " + location, e);
    }
  }

  /** How deep a directory lies below the root's parent; negative outside. */
  private int depth(Path path) {
    Path root = Path.of(store.locate("")).normalize();
    return path.startsWith(root) ? path.getNameCount() - root.getNameCount() : -1;
  }

  private static void force(Path path, StandardOpenOption mode) throws IOException {
    if (!Files.exists(path)) {
      throw new IOException(path + " was to be written but is not there");
    }
    try (FileChannel channel = FileChannel.open(path, mode)) {
      channel.force(true);
    }
  }
}
