package io.omnigraph.ground;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Locale;
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

  /**
   * One of the names that differs from a name only in case: on some systems the two would be one
   * file, so that no two of them may be there together, wherever a graph or a cluster is kept.
   * Empty when there is none.
   */
  public static Optional<String> twin(String name, Collection<String> names) {
    String folded = folded(name);
    return names.stream()
        .filter(other -> !other.equals(name))
        .filter(other -> folded(other).equals(folded))
        .findFirst();
  }

  /** Why a name cannot be taken, whose {@linkplain #twin twin} is there. */
  public static String twinProblem(String things, String name, String twin) {
    return "the %s `%s` and `%s` differ only in case, and are one file on some systems; choose another name"
        .formatted(things, shortened(twin), shortened(name));
  }

  /** File systems fold the letters of the names of files, which are ASCII. */
  private static String folded(String name) {
    return escaped(name).toLowerCase(Locale.ROOT);
  }

  private static String shortened(String name) {
    return name.codePointCount(0, name.length()) <= SHOWN
        ? name
        : name.substring(0, name.offsetByCodePoints(0, SHOWN)) + "…";
  }
}
