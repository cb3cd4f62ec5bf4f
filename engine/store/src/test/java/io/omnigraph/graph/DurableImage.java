package io.omnigraph.graph;

import io.omnigraph.ground.storage.DiskFlush;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What a disk holds for certain: of a file what it held when it was last flushed, of a directory
 * the names it had when it was last flushed. Everything else may be lost with the power. Safe for
 * use by several threads.
 */
final class DurableImage {

  private final Map<Object, byte[]> files = new HashMap<>();
  private final Map<Path, Map<String, Object>> directories = new HashMap<>();

  /** Flushes and takes note; pass it to {@link DiskFlush#through}. */
  void flush(Path path) throws IOException {
    if (Files.isDirectory(path)) {
      Map<String, Object> names = names(path);
      DiskFlush.force(path);
      synchronized (this) {
        directories.put(path, names);
      }
    } else {
      Object key = key(path);
      byte[] content = Files.readAllBytes(path);
      DiskFlush.force(path);
      synchronized (this) {
        files.put(key, content);
      }
    }
  }

  /** Makes a directory as it would be after a loss of power now. */
  synchronized void restore(Path original, Path copy) throws IOException {
    Files.createDirectories(copy);
    for (Map.Entry<String, Object> name : directories.getOrDefault(original, Map.of()).entrySet()) {
      Path child = original.resolve(name.getKey());
      if (directories.containsKey(child)) {
        restore(child, copy.resolve(name.getKey()));
      } else {
        // A file that nobody has flushed keeps its name and loses its content.
        Files.write(copy.resolve(name.getKey()), files.getOrDefault(name.getValue(), new byte[0]));
      }
    }
  }

  private static Map<String, Object> names(Path directory) throws IOException {
    Map<String, Object> names = new TreeMap<>();
    try (Stream<Path> children = Files.list(directory)) {
      for (Path child : children.toList()) {
        names.put(child.getFileName().toString(), key(child));
      }
    }
    return names;
  }

  private static Object key(Path file) throws IOException {
    return Objects.requireNonNull(
        Files.readAttributes(file, java.nio.file.attribute.BasicFileAttributes.class).fileKey());
  }
}
