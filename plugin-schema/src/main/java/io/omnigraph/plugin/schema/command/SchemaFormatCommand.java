package io.omnigraph.plugin.schema.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.omnigraph.api.command.AnswerCommand;
import io.omnigraph.api.command.CommandContext;
import io.omnigraph.api.command.CommandFailure;
import io.omnigraph.api.command.TargetOptions;
import io.omnigraph.ground.json.Json;
import io.omnigraph.ground.source.SourceText;
import io.omnigraph.schema.format.SchemaFormatter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code schema fmt}: lays out a schema. Exit code 1 when {@code --check} finds another layout. */
@Command(
    name = "fmt",
    description = {
      "Lay out a schema: one member a line, comments kept.",
      "A file is rewritten in place; without one, the accepted schema of a graph is printed."
    })
final class SchemaFormatCommand extends AnswerCommand<SchemaFormatCommand.Layout> {

  private final CommandContext context;
  private final SchemaEngine engine;

  @Mixin private TargetOptions target;

  @Option(
      names = "--schema",
      paramLabel = "FILE",
      description = "The file to rewrite; without it, the accepted schema of the graph is printed.")
  private @Nullable Path file;

  @Option(names = "--check", description = "Change nothing; end with 1 if something would change.")
  private boolean isCheck;

  SchemaFormatCommand(CommandContext context, SchemaEngine engine) {
    this.context = context;
    this.engine = engine;
  }

  /**
   * What a schema looks like when it is laid out.
   *
   * @param file that the schema is in; absent for the accepted one of a graph
   */
  record Layout(SourceText source, String formatted, @Nullable Path file) {

    static Layout of(SourceText source, @Nullable Path file) {
      SchemaFile.compile(source);
      return new Layout(source, SchemaFormatter.format(source), file);
    }

    boolean isChanged() {
      return !formatted.equals(source.text());
    }
  }

  @Override
  protected Layout answer() {
    if (file == null) {
      return Layout.of(AcceptedSchema.work(engine).run(context, target).source(), null);
    }
    Layout layout = Layout.of(SchemaFile.read(file), file);
    if (layout.isChanged() && !isCheck) {
      write(file, layout.formatted());
    }
    return layout;
  }

  @Override
  protected JsonNode json(Layout layout) {
    return layout.file() == null
        ? Json.object().put("changed", layout.isChanged()).put("schema_source", layout.formatted())
        : Json.object().put("path", layout.file().toString()).put("changed", layout.isChanged());
  }

  @Override
  protected List<String> lines(Layout layout) {
    String name = layout.source().name();
    if (layout.file() != null) {
      String done = isCheck ? "not formatted" : "formatted";
      return List.of((layout.isChanged() ? done : "unchanged") + ": " + name);
    }
    if (!isCheck) {
      return new AcceptedSchema(name, layout.formatted()).lines();
    }
    return layout.isChanged() ? List.of("not formatted: " + name) : List.of();
  }

  @Override
  protected int exitCode(Layout layout) {
    return isCheck && layout.isChanged() ? 1 : 0;
  }

  private static void write(Path path, String text) {
    try {
      Files.writeString(path, text);
    } catch (IOException e) {
      throw CommandFailure.failed(
          "cannot write the schema file `" + path + "`: " + e.getMessage(), e);
    }
  }
}
