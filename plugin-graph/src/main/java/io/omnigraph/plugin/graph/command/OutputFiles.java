package io.omnigraph.plugin.graph.command;

import io.airlift.compress.zstd.ZstdOutputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

/** Writes the files that command lines name. */
final class OutputFiles {

  private static final int BUFFER = 1 << 16;

  private OutputFiles() {}

  /** A file for text, compressed as the end of its name says; replaces one that is there. */
  static Writer text(Path file) throws IOException {
    OutputStream out = Files.newOutputStream(file);
    return new OutputStreamWriter(
        new BufferedOutputStream(compressed(String.valueOf(file.getFileName()), out), BUFFER),
        StandardCharsets.UTF_8);
  }

  private static OutputStream compressed(String name, OutputStream out) throws IOException {
    if (name.endsWith(".gz")) {
      return new GZIPOutputStream(out, BUFFER);
    }
    return name.endsWith(".zst") ? new ZstdOutputStream(out) : out;
  }
}
