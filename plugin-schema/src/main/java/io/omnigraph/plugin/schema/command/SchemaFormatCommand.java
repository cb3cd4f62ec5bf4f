package io.omnigraph.plugin.schema.command;

import io.omnigraph.api.command.CommandFailure;
import io.omnigraph.api.command.TargetOptions;
import io.omnigraph.ground.json.Json;
import io.omnigraph.ground.source.SourceText;
import io.omnigraph.schema.format.SchemaFormatter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code schema fmt}: lays out a schema. Exit code 1 when {@code --check} finds another layout. */
@Command(
    name = "fmt",
    description = {
      "Lay out a schema: one member a line, comments kept.",
      "A file is rewritten in place; without one, the accepted schema of a graph is printed."
    })
final class SchemaFormatCommand implements Callable<Integer> {

  private final ShownSchema shown;

  @Spec private CommandSpec spec;
  @Mixin private TargetOptions target;

  @Option(
      names = "--schema",
      paramLabel = "FILE",
      description = "The file to rewrite; without it, the accepted schema of the graph is printed.")
  private @Nullable Path file;

  @Option(names = "--check", description = "Change nothing; end with 1 if something would change.")
  private boolean isCheck;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  SchemaFormatCommand(ShownSchema shown) {
    this.shown = shown;
  }

  @Override
  public Integer call() {
    return file == null ? accepted() : rewrite(file);
  }

  private int accepted() {
    SourceText source = new SourceText(shown.uri(target), shown.source(target));
    String formatted = format(source);
    boolean isChanged = !formatted.equals(source.text());
    if (json) {
      Printed.json(spec, Json.object().put("changed", isChanged).put("schema_source", formatted));
    } else if (!isCheck) {
      Printed.text(spec, formatted);
    } else if (isChanged) {
      Printed.text(spec, "not formatted: " + source.name());
    }
    return isCheck && isChanged ? 1 : 0;
  }

  private int rewrite(Path path) {
    SourceText source = SchemaFile.read(path);
    String formatted = format(source);
    boolean isChanged = !formatted.equals(source.text());
    if (isChanged && !isCheck) {
      write(path, formatted);
    }
    if (json) {
      Printed.json(spec, Json.object().put("path", path.toString()).put("changed", isChanged));
    } else {
      String done = isCheck ? "not formatted" : "formatted";
      Printed.text(spec, (isChanged ? done : "unchanged") + ": " + path);
    }
    return isCheck && isChanged ? 1 : 0;
  }

  private static String format(SourceText source) {
    SchemaFile.compile(source);
    return SchemaFormatter.format(source);
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
