package io.omnigraph.query.command;

import io.omnigraph.api.command.CommandFailure;
import io.omnigraph.api.source.SourceText;
import io.omnigraph.query.format.QueryFormatter;
import io.omnigraph.query.problem.Checked;
import io.omnigraph.query.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What became of files that were to get their layout; written to JSON as it is.
 *
 * @param status {@code ok}, unless a file does not parse, or a check finds another layout
 * @param changed the files that had another layout, in the order in which they were given
 * @param unchanged how many had it
 * @param errors the files that do not parse; they are left as they are
 */
record FmtReport(String status, List<String> changed, int unchanged, List<FileError> errors) {

  /** Whether files are written. */
  enum Mode {
    WRITE,
    CHECK
  }

  /** What is wrong with a file. */
  record FileError(String path, String message) {}

  /**
   * Gives files their layout.
   *
   * @throws CommandFailure when one cannot be read or written
   */
  static FmtReport of(List<Path> files, Mode mode) {
    List<String> changed = new ArrayList<>();
    List<FileError> errors = new ArrayList<>();
    for (Path file : files) {
      String text = InputFiles.text(file);
      switch (QueryFormatter.format(new SourceText(file.toString(), text))) {
        case Checked.Valid<String>(String formatted) when formatted.equals(text) -> {}
        case Checked.Valid<String>(String formatted) -> {
          changed.add(file.toString());
          if (mode == Mode.WRITE) {
            write(file, formatted);
          }
        }
        case Checked.Invalid<String>(List<Problem> problems) ->
            errors.add(
                new FileError(
                    file.toString(),
                    problems.stream().map(Problem::shown).collect(Collectors.joining("\n"))));
      }
    }
    boolean failed = !errors.isEmpty() || (mode == Mode.CHECK && !changed.isEmpty());
    int unchanged = files.size() - changed.size() - errors.size();
    return new FmtReport(failed ? "error" : "ok", changed, unchanged, errors);
  }

  private static void write(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw CommandFailure.failed("cannot write `" + file + "`: " + e.getMessage(), e);
    }
  }

  /** Whether the command fails. */
  boolean failed() {
    return status.equals("error");
  }

  /** What is wrong with all files, one after the other. */
  String problems() {
    return errors.stream().map(FileError::message).collect(Collectors.joining("\n"));
  }
}
