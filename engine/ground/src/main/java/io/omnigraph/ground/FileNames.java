package io.omnigraph.ground;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * How names that people give become names of objects, and how long they may be for that: the one
 * rule for branches, tags, queries, policies and whatever else is stored under its name.
 */
public final class FileNames {

  /** How much longer the name of an unfinished write is: a mark and a UUID. */
  public static final int UNFINISHED_BYTES = ".tmp.".length() + 36;

  /** What a file system allows, less an ending and the mark of an unfinished write. */
  public static final int MOST_BYTES = 255 - ".json".length() - UNFINISHED_BYTES;

  private static final int SHOWN = 40;

  private FileNames() {}

  /** The name of an object for a name: percent-encoded, so that it is one part of a key. */
  public static String escaped(String name) {
    return URLEncoder.encode(name, StandardCharsets.UTF_8);
  }

  /** The name that {@link #escaped} was given. */
  public static String unescaped(String file) {
    return URLDecoder.decode(file, StandardCharsets.UTF_8);
  }

  /** Whether there may be an object for a name. */
  public static boolean fits(String name) {
    return escaped(name).length() <= MOST_BYTES;
  }

  /** What is wrong with a name that is too long; empty for one that is not. */
  public static Optional<String> problem(String name) {
    int length = escaped(name).length();
    return length <= MOST_BYTES
        ? Optional.empty()
        : Optional.of(
            "the name `%s` is too long: expected at most %d bytes when it is percent-encoded, found %d"
                .formatted(shortened(name), MOST_BYTES, length));
  }

  private static String shortened(String name) {
    return name.codePointCount(0, name.length()) <= SHOWN
        ? name
        : name.substring(0, name.offsetByCodePoints(0, SHOWN)) + "…";
  }
}
