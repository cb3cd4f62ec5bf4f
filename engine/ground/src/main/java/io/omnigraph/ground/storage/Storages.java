package io.omnigraph.ground.storage;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Opens the store at a location, whatever its scheme. */
public final class Storages {

  private static final Pattern SCHEME =
      Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*)://.*", Pattern.DOTALL);

  private Storages() {}

  /** Opens the store at a location, where files are flushed in the usual way. */
  public static Storage open(String location) {
    return open(location, DiskFlush.usual());
  }

  /**
   * Opens the store at a location.
   *
   * @param location a URI of a scheme that some provider on the class path opens, or a path, which
   *     is made absolute against the working directory
   * @param flush how files come to the disk
   * @throws IllegalArgumentException when no provider has the scheme, or the location is malformed;
   *     the message says which and what would work
   */
  public static Storage open(String location, DiskFlush flush) {
    String trimmed = withoutFinalSlashes(location.strip());
    Matcher matcher = SCHEME.matcher(trimmed);
    if (!matcher.matches()) {
      return new FileStorage(Path.of(trimmed).toAbsolutePath(), flush);
    }
    String scheme = matcher.group(1).toLowerCase(Locale.ROOT);
    for (StorageProvider provider : ServiceLoader.load(StorageProvider.class)) {
      if (provider.schemes().contains(scheme)) {
        return provider.open(trimmed, flush);
      }
    }
    throw new IllegalArgumentException(
        "no storage for the scheme `"
            + scheme
            + "` in `"
            + location
            + "`; known are "
            + String.join(", ", schemes()));
  }

  /** The scheme of a location, lower-case; empty for a path. Says nothing about who opens it. */
  public static Optional<String> schemeOf(String location) {
    Matcher matcher = SCHEME.matcher(location.strip());
    return matcher.matches()
        ? Optional.of(matcher.group(1).toLowerCase(Locale.ROOT))
        : Optional.empty();
  }

  /** The schemes that some provider on the class path opens. */
  public static SortedSet<String> schemes() {
    SortedSet<String> known = new TreeSet<>();
    for (StorageProvider provider : ServiceLoader.load(StorageProvider.class)) {
      known.addAll(provider.schemes());
    }
    return known;
  }

  private static String withoutFinalSlashes(String location) {
    int end = location.length();
    while (end > 1 && location.charAt(end - 1) == '/') {
      end--;
    }
    return location.substring(0, end);
  }
}
