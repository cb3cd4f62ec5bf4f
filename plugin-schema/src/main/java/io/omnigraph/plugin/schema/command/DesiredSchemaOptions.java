package io.omnigraph.plugin.schema.command;

import io.omnigraph.schema.migration.MigrationStep.DropMode;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The options that say which schema a graph is to have, and at what price. */
final class DesiredSchemaOptions {

  @Option(
      names = "--schema",
      required = true,
      paramLabel = "FILE",
      description = "The schema that the graph is to have.")
  private Path file;

  @Option(
      names = "--allow-data-loss",
      description = "Make dropped data unreachable at once, also through earlier commits.")
  private boolean allowDataLoss;

  /** What the options say; the file is read. */
  DesiredSchema desired() {
    return new DesiredSchema(SchemaFile.read(file), allowDataLoss ? DropMode.HARD : DropMode.SOFT);
  }
}
