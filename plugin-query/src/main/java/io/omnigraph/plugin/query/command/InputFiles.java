package io.omnigraph.plugin.query.command;

import io.omnigraph.api.command.CommandFailure;
import io.omnigraph.ground.source.Utf8;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Reads the files that command lines name. */
final class InputFiles {

  private InputFiles() {}

  /**
   * The text of a file.
   *
   * @throws CommandFailure when it cannot be read
   */
  static String text(Path file) {
    if (Files.isDirectory(file)) {
      throw CommandFailure.failed("cannot read `" + file + "`: it is a directory");
    }
    try {
      return Utf8.text(Files.readAllBytes(file));
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
