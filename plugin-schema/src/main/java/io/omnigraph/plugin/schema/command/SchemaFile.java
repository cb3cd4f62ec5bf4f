package io.omnigraph.plugin.schema.command;

import io.omnigraph.api.command.CommandFailure;
import io.omnigraph.ground.source.SourceText;
import io.omnigraph.ground.source.Utf8;
import io.omnigraph.schema.SchemaCompiler;
import io.omnigraph.schema.SchemaCompiler.Problem;
import io.omnigraph.schema.catalog.Schema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.stream.Collectors;

/** The schema file that a command is given. */
final class SchemaFile {

  private SchemaFile() {}

  /** Its text. */
  static SourceText read(Path path) {
    try {
      return new SourceText(path.toString(), Utf8.text(Files.readAllBytes(path)));
    } catch (NoSuchFileException e) {
      throw CommandFailure.failed("No such file: `" + path + "`", e);
    } catch (IOException e) {
      throw CommandFailure.failed(
          "cannot read the schema file `" + path + "`: " + e.getMessage(), e);
    }
  }

  /** What it means. */
  static Schema compile(SourceText source) {
    SchemaCompiler.Result compiled = SchemaCompiler.compile(source);
    return compiled
        .schema()
        .orElseThrow(() ->
            CommandFailure.failed(
                compiled.problems().stream().map(Problem::text).collect(Collectors.joining("\n"))));
  }
}
