package io.omnigraph.graph.load;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where the records come from. Opened again when a write has to be repeated. */
public interface LoadSource {

  /** What messages call it, usually the path as the user typed it. */
  String name();

  /** The bytes, from the first one. The caller closes the stream. */
  InputStream open() throws IOException;

  /** The content of a file. */
  static LoadSource file(Path file) {
    return new LoadSource() {
      @Override
      public String name() {
        return file.toString();
      }

      @Override
      public InputStream open() throws IOException {
        return Files.newInputStream(file);
      }
    };
  }

  /** Bytes that are in memory already, and stay unchanged. */
  static LoadSource bytes(String name, byte[] content) {
    return new LoadSource() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public InputStream open() {
        return new ByteArrayInputStream(content);
      }
    };
  }
}
