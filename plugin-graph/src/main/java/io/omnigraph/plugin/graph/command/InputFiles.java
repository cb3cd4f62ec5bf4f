package io.omnigraph.plugin.graph.command;

import io.omnigraph.api.command.CommandFailure;
import io.omnigraph.ground.source.Utf8;
import io.omnigraph.io.load.LoadSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Reads the files that command lines name. */
final class InputFiles {

  private static final String STANDARD_INPUT = "-";

  private InputFiles() {}

  /** The text of a file. */
  static String text(Path file) {
    try {
      refuseDirectory(file);
      return Utf8.text(Files.readAllBytes(file));
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  /** The records of a file, or of the standard input; neither is held in memory. */
  static LoadSource records(String name) {
    if (name.equals(STANDARD_INPUT)) {
      return LoadSource.stream("standard input", System.in);
    }
    Path file = Path.of(name);
    try {
      refuseDirectory(file);
      InputStream opened = Files.newInputStream(file);
      if (!Files.isRegularFile(file)) {
        return LoadSource.stream(name, opened);
      }
      opened.close();
      return LoadSource.file(file);
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  private static void refuseDirectory(Path file) {
    if (Files.isDirectory(file)) {
      throw CommandFailure.failed("cannot read `" + file + "`: it is a directory");
    }
  }

  private static CommandFailure unreadable(Path file, IOException e) {
    String reason =
        switch (e) {
          case NoSuchFileException _ -> "No such file";
          case AccessDeniedException _ -> "permission denied";
          default -> String.valueOf(e.getMessage());
        };
    return CommandFailure.failed("cannot read `" + file + "`: " + reason);
  }
}
