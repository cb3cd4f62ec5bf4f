package io.omnigraph.plugin.graph.command;

import io.omnigraph.api.command.InputFiles;
import io.omnigraph.io.load.LoadSource;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Opens what holds records. */
final class RecordFiles {

  private static final String STANDARD_INPUT = "-";

  private RecordFiles() {}

  /**
   * The records of a file, or of the standard input; neither is held in memory.
   *
   * @throws io.omnigraph.api.command.CommandFailure when it cannot be read
   */
  static LoadSource open(String name) {
    if (name.equals(STANDARD_INPUT)) {
      return LoadSource.stream("standard input", System.in);
    }
    return InputFiles.read(
        Path.of(name),
        file -> {
          InputStream opened = Files.newInputStream(file);
          if (!Files.isRegularFile(file)) {
            return LoadSource.stream(name, opened);
          }
          opened.close();
          return LoadSource.file(file);
        });
  }
}
