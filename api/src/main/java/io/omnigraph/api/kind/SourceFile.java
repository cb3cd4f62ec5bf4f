package io.omnigraph.api.kind;

import io.omnigraph.ground.Digest;
import io.omnigraph.ground.source.SourceText;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A declared file as it was read. The core reads it again when it applies the resource, and refuses
 * to apply other bytes than these. Immutable; one file may be the source of many resources, so its
 * digest is made once.
 */
public final class SourceFile {

  private final Path path;
  private final String text;
  private final Digest digest;

  /**
   * A file.
   *
   * @param path where it lies; relative paths of the configuration are joined to its directory
   * @param text its content; the file was valid UTF-8
   */
  public SourceFile(Path path, String text) {
    this.path = path;
    this.text = text;
    this.digest = Digest.of(text);
  }

  /** Where it lies. */
  public Path path() {
    return path;
  }

  /** Its content. */
  public String text() {
    return text;
  }

  /** The digest of the file's bytes. */
  public Digest digest() {
    return digest;
  }

  /** The content, byte for byte. */
  public byte[] bytes() {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** The text under the file's path, for parsers. */
  public SourceText source() {
    return new SourceText(path.toString(), text);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof SourceFile that && path.equals(that.path) && digest.equals(that.digest);
  }

  @Override
  public int hashCode() {
    return Objects.hash(path, digest);
  }

  @Override
  public String toString() {
    return path.toString();
  }
}
