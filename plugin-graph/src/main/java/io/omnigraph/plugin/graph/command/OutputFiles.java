package io.omnigraph.plugin.graph.command;

import io.airlift.compress.zstd.ZstdOutputStream;
import io.omnigraph.ground.process.StopRequest;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;

/** Writes the files that command lines name. */
final class OutputFiles {

  private static final int BUFFER = 1 << 16;

  private OutputFiles() {}

  /** Writes a text. */
  @FunctionalInterface
  interface Work {

    void write(Writer out) throws IOException;
  }

  /**
   * Writes a file of text, compressed as the end of its name says; it replaces one that is there
   * when it is complete, and otherwise nothing of it stays.
   *
   * @param stop asked at every piece whether to give up
   */
  static void write(Path file, StopRequest stop, Work work) throws IOException {
    String name = String.valueOf(file.getFileName());
    Path real = Files.exists(file) ? file.toRealPath() : file;
    if (Files.exists(real) && !Files.isRegularFile(real)) {
      // A device or a pipe is never replaced.
      try (Writer out = text(name, real, stop)) {
        work.write(out);
      }
      return;
    }
    Path unfinished = real.resolveSibling(real.getFileName() + ".tmp." + UUID.randomUUID());
    try (var _ = stop.defer()) {
      try (Writer out = text(name, unfinished, stop)) {
        work.write(out);
      }
      Files.move(unfinished, real, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(unfinished);
    }
  }

  private static Writer text(String name, Path file, StopRequest stop) throws IOException {
    OutputStream out = compressed(name, Files.newOutputStream(file));
    return new OutputStreamWriter(
        new BufferedOutputStream(out, BUFFER) {
          @Override
          public synchronized void write(byte[] bytes, int offset, int length) throws IOException {
            stop.check();
            super.write(bytes, offset, length);
          }
        },
        StandardCharsets.UTF_8);
  }

  private static OutputStream compressed(String name, OutputStream out) throws IOException {
    if (name.endsWith(".gz")) {
      return new GZIPOutputStream(out, BUFFER);
    }
    return name.endsWith(".zst") ? new ZstdOutputStream(out) : out;
  }
}
