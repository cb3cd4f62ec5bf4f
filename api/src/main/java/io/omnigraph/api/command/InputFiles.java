package io.omnigraph.api.command;

import io.omnigraph.ground.source.Utf8;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Reads the files that command lines name. */
public final class InputFiles {

  private InputFiles() {}

  /** Reads a file. */
  @FunctionalInterface
  public interface Reading<R> {

    /** What is in the file. */
    R read(Path file) throws IOException;
  }

  /**
   * The text of a file.
   *
   * @throws CommandFailure when it cannot be read
   */
  public static String text(Path file) {
    return read(file, path -> Utf8.text(Files.readAllBytes(path)));
  }

  /**
   * What is in a file.
   *
   * @throws CommandFailure when it cannot be read
   */
  public static <R> R read(Path file, Reading<R> reading) {
    if (Files.isDirectory(file)) {
      throw CommandFailure.failed("cannot read `" + file + "`: it is a directory");
    }
    try {
      return reading.read(file);
    } catch (IOException e) {
      String reason =
          switch (e) {
            case NoSuchFileException _ -> "No such file";
            case AccessDeniedException _ -> "permission denied";
            default -> String.valueOf(e.getMessage());
          };
      throw CommandFailure.failed("cannot read `" + file + "`: " + reason, e);
    }
  }
}
