package io.omnigraph.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The files of the repository, for tests of what its pages say. */
public final class Repository {

  /** The directory of the parent POM; tests run in that of their module. */
  public static final Path ROOT =
      Path.of(System.getProperty("omnigraph.home", "..")).toAbsolutePath().normalize();

  private static final List<String> NOT_OURS = List.of("/target/", "/.git/");

  private Repository() {}

  /** The text of a file, by its path below the root. */
  static String text(String path) {
    return text(ROOT.resolve(path));
  }

  /** The text of a file. */
  public static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Every Java file. */
  static List<Path> sources() {
    return files(".java");
  }

  /** Every page. */
  static List<Path> pages() {
    return files(".md");
  }

  private static List<Path> files(String ending) {
    try (Stream<Path> files = Files.walk(ROOT)) {
      return files
          .filter(file -> file.toString().endsWith(ending))
          .filter(file -> NOT_OURS.stream().noneMatch(file.toString()::contains))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Every Java file of the product. */
  public static List<Path> mainSources() {
    return sources().stream().filter(file -> file.toString().contains("/src/main/java/")).toList();
  }
}
