package io.omnigraph.plugin.query.command;

import io.omnigraph.api.command.CommandFailure;
import io.omnigraph.api.command.InputFiles;
import io.omnigraph.ground.source.SourceText;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** The options that give a query and its parameters; a picocli mixin. */
final class SourceOptions {

  @ArgGroup(exclusive = true)
  private @Nullable Source source;

  @Option(
      names = "--name",
      paramLabel = "QUERY",
      description = "The query of the text to run, if there are several.")
  private @Nullable String name;

  @ArgGroup(exclusive = true)
  private @Nullable Parameters parameters;

  SourceOptions() {}

  /** Where the text comes from. */
  static final class Source {

    @Option(names = "--query", paramLabel = "FILE", description = "A file with the query.")
    private @Nullable Path file;

    @Option(
        names = {"-e", "--query-string"},
        paramLabel = "GQ",
        description = "The text of the query itself.")
    private @Nullable String text;
  }

  /** Where the values of parameters come from. */
  static final class Parameters {

    @Option(
        names = "--params",
        paramLabel = "JSON",
        description = "The values of the query's parameters, as a JSON object.")
    private @Nullable String json;

    @Option(
        names = "--params-file",
        paramLabel = "FILE",
        description = "A file with such an object.")
    private @Nullable Path file;
  }

  /**
   * The text of the query.
   *
   * @throws CommandFailure when none is given, it is blank, or its file cannot be read
   */
  SourceText source() {
    if (source == null) {
      throw CommandFailure.failed("give the query by `--query FILE` or by `-e GQ`");
    }
    if (source.file != null) {
      return new SourceText(source.file.toString(), InputFiles.text(source.file));
    }
    String text = source.text == null ? "" : source.text;
    if (text.isBlank()) {
      throw CommandFailure.failed("the query of `-e` must not be empty");
    }
    return new SourceText("-e", text);
  }

  /** The name of the query; empty for the only one. */
  Optional<String> name() {
    return Optional.ofNullable(name);
  }

  /**
   * The values of parameters as JSON; empty for none.
   *
   * @throws CommandFailure when their file cannot be read
   */
  Optional<String> parameters() {
    if (parameters == null) {
      return Optional.empty();
    }
    return Optional.ofNullable(
        parameters.file == null ? parameters.json : InputFiles.text(parameters.file));
  }
}
