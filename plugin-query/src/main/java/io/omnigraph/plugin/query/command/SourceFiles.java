package io.omnigraph.plugin.query.command;

import io.omnigraph.api.command.CommandFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Finds the files of the two languages. */
final class SourceFiles {

  private SourceFiles() {}

  /**
   * The files that paths mean: themselves, and of directories all query and schema files below, by
   * name; what begins with a dot is left out.
   *
   * @throws CommandFailure when one does not exist, or is a file of another sort
   */
  static List<Path> below(List<Path> paths) {
    return paths.stream().flatMap(SourceFiles::files).distinct().toList();
  }

  private static Stream<Path> files(Path path) {
    if (Files.isDirectory(path)) {
      return inDirectory(path).stream();
    }
    if (!Files.exists(path)) {
      throw CommandFailure.failed("cannot read `" + path + "`: No such file");
    }
    if (!isSource(path)) {
      throw CommandFailure.failed("`" + path + "` is neither a .gq nor a .pg file");
    }
    return Stream.of(path);
  }

  private static List<Path> inDirectory(Path directory) {
    try (Stream<Path> entries = Files.list(directory)) {
      return entries
          .filter(entry -> !entry.getFileName().toString().startsWith("."))
          .sorted()
          .flatMap(entry ->
              Files.isDirectory(entry)
                  ? inDirectory(entry).stream()
                  : Stream.of(entry).filter(SourceFiles::isSource))
          .toList();
    } catch (IOException | UncheckedIOException e) {
      throw CommandFailure.failed("cannot read `" + directory + "`: " + e.getMessage(), e);
    }
  }

  private static boolean isSource(Path file) {
    return file.toString().endsWith(".gq") || isSchema(file);
  }

  /** Whether the name is that of a schema file. */
  static boolean isSchema(Path file) {
    return file.toString().endsWith(".pg");
  }
}
