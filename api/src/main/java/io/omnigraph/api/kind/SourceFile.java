package io.omnigraph.api.kind;

import io.omnigraph.ground.Digest;
import io.omnigraph.ground.source.SourceText;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * A declared file as it was read. The core reads it again when it applies the resource, and refuses
 * to apply other bytes than these.
 *
 * @param path where it lies; relative paths of the configuration are joined to its directory
 * @param text its content; the file was valid UTF-8
 */
public record SourceFile(Path path, String text) {

  /** The digest of the file's bytes. */
  public Digest digest() {
    return Digest.of(text);
  }

  /** The content, byte for byte. */
  public byte[] bytes() {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** The text under the file's path, for parsers. */
  public SourceText source() {
    return new SourceText(path.toString(), text);
  }
}
