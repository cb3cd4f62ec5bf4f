package io.omnigraph.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Directories that a benchmark leaves behind. */
final class Scratch {

  private Scratch() {}

  /** Removes a directory and everything in it. */
  static void remove(Path directory) throws IOException {
    try (Stream<Path> walked = Files.walk(directory)) {
      List<Path> deepestFirst = walked.sorted(Comparator.reverseOrder()).toList();
      for (Path path : deepestFirst) {
        Files.delete(path);
      }
    }
  }
}
