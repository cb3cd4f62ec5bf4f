package io.omnigraph.ground.source;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Paths as people write them in files. */
public final class WrittenPath {

  private static final String HERE = ".";

  private WrittenPath() {}

  /** A path that is relative to a directory unless it is absolute, without needless parts. */
  public static Path in(Path directory, String written) {
    return cleaned(directory.resolve(written));
  }

  /**
   * A path without {@code .} parts, but for one at its start; {@code ..} and symbolic links mean
   * what the file system says.
   */
  public static Path cleaned(Path path) {
    @Nullable Path cleaned = path.getRoot();
    for (Path part : path) {
      if (cleaned == null) {
        cleaned = part;
      } else if (!part.toString().equals(HERE)) {
        cleaned = cleaned.resolve(part);
      }
    }
    return cleaned == null ? path : cleaned;
  }
}
