package io.omnigraph.ground.source;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Reads whole files of text. */
public final class TextFile {

  private TextFile() {}

  /**
   * The text of a file, a byte-order mark included.
   *
   * @throws IOException when it cannot be read or is not UTF-8; the message is a reason without the
   *     path
   */
  public static String read(Path file) throws IOException {
    if (Files.isDirectory(file)) {
      throw new IOException("it is a directory, not a file");
    }
    try {
      return Utf8.text(Files.readAllBytes(file));
    } catch (NoSuchFileException e) {
      throw new IOException("there is no such file", e);
    } catch (AccessDeniedException e) {
      throw new IOException("permission denied", e);
    }
  }
}
