package io.omnigraph.plugin.query.command;

import io.omnigraph.api.command.CommandFailure;
import io.omnigraph.api.command.InputFiles;
import io.omnigraph.ground.source.SourceText;
import io.omnigraph.query.format.QueryFormatter;
import io.omnigraph.query.problem.Checked;
import io.omnigraph.query.problem.Problem;
import io.omnigraph.query.problem.Repair;
import io.omnigraph.schema.format.SchemaFormatter;
import io.omnigraph.schema.language.Problems;
import io.omnigraph.schema.syntax.SchemaParser;
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
      SourceText source = new SourceText(file.toString(), InputFiles.text(file));
      switch (SourceFiles.isSchema(file) ? schema(source) : queries(source)) {
        case Layout.Found(String text) when text.equals(source.text()) -> {}
        case Layout.Found(String text) -> {
          changed.add(file.toString());
          if (mode == Mode.WRITE) {
            write(file, text);
          }
        }
        case Layout.Unreadable(String problems) ->
            errors.add(new FileError(file.toString(), problems));
      }
    }
    boolean failed = !errors.isEmpty() || (mode == Mode.CHECK && !changed.isEmpty());
    int unchanged = files.size() - changed.size() - errors.size();
    return new FmtReport(failed ? "error" : "ok", changed, unchanged, errors);
  }

  /** The layout of a text, if it has one. */
  private sealed interface Layout {

    record Found(String text) implements Layout {}

    record Unreadable(String problems) implements Layout {}
  }

  private static Layout queries(SourceText source) {
    return switch (QueryFormatter.format(source)) {
      case Checked.Valid<String>(String formatted) -> new Layout.Found(formatted);
      case Checked.Invalid<String>(List<Problem> problems) ->
          new Layout.Unreadable(
              problems.stream().map(Problem::shown).collect(Collectors.joining("\n")));
    };
  }

  private static Layout schema(SourceText source) {
    Problems problems = new Problems(source);
    SchemaParser.parse(source, problems);
    return problems.isEmpty()
        ? new Layout.Found(SchemaFormatter.format(source))
        : new Layout.Unreadable(
            problems.byPosition().stream()
                .map(p -> Problem.parse(p.message(), p.help(), Repair.NONE, p.span()).shown())
                .collect(Collectors.joining("\n")));
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
