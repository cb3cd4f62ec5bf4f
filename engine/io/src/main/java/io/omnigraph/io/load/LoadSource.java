package io.omnigraph.io.load;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/**
 * Where the records come from; compressed with gzip or Zstandard, or not.
 *
 * @param name what messages call it, usually the path as the user typed it
 * @param size the number of bytes; empty when it is not known
 * @param isRepeatable whether it can be opened again, so that a load which lost against others can
 *     be repeated
 * @param opening opens it at its first byte; the caller closes the stream
 */
public record LoadSource(String name, OptionalLong size, boolean isRepeatable, Opening opening) {

  /** The content of a file. */
  public static LoadSource file(Path file) throws IOException {
    OptionalLong size = OptionalLong.of(Files.size(file));
    return new LoadSource(file.toString(), size, true, () -> Files.newInputStream(file));
  }

  /** Bytes that are in memory already, and stay unchanged. */
  public static LoadSource bytes(String name, byte[] content) {
    OptionalLong size = OptionalLong.of(content.length);
    return new LoadSource(name, size, true, () -> new ByteArrayInputStream(content));
  }

  /** A stream that can be read once. */
  public static LoadSource stream(String name, InputStream content) {
    return new LoadSource(name, OptionalLong.empty(), false, () -> content);
  }

  /** The bytes, from the first one. The caller closes the stream. */
  public InputStream open() throws IOException {
    return opening.open();
  }

  /** All bytes in memory, decompressed. */
  public byte[] content() throws IOException {
    try (CountedInput in = CountedInput.of(this)) {
      return in.content().readAllBytes();
    }
  }

  /** Opens a source. */
  @FunctionalInterface
  public interface Opening {

    /** The bytes, from the first one. */
    InputStream open() throws IOException;
  }
}
