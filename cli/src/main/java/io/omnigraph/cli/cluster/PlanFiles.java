package io.omnigraph.cli.cluster;

import io.omnigraph.api.command.CommandFailure;
import io.omnigraph.api.command.InputFiles;
import io.omnigraph.core.format.MalformedFileException;
import io.omnigraph.core.saved.SavedPlan;
import io.omnigraph.ground.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;

/** Plans in files. */
final class PlanFiles {

  private PlanFiles() {}

  /**
   * Reads a plan.
   *
   * @throws CommandFailure when the file cannot be read, or is no plan
   */
  static SavedPlan read(Path file) {
    byte[] content = InputFiles.read(file, Files::readAllBytes);
    try {
      return SavedPlan.read(content);
    } catch (MalformedFileException e) {
      throw CommandFailure.failed(
          "`%s` is not a plan of `cluster plan --out`: %s".formatted(file, e.getMessage()));
    }
  }

  /**
   * Writes a plan; a file that is there is replaced when the new one is complete.
   *
   * @throws CommandFailure when that is not possible
   */
  static void write(Path file, SavedPlan plan) {
    Path whole = file.toAbsolutePath();
    Path unfinished = whole.resolveSibling(whole.getFileName() + ".tmp." + UUID.randomUUID());
    try {
      try {
        Files.writeString(unfinished, Json.pretty(plan.json()) + "\n");
        Files.move(unfinished, whole, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(unfinished);
      }
    } catch (IOException e) {
      throw CommandFailure.failed("cannot write `" + file + "`: " + e.getMessage(), e);
    }
  }
}
