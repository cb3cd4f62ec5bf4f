package io.omnigraph.graph;

import java.util.Set;
import java.util.regex.Pattern;

/** The grammar of graph ids, which is that of a segment of a served path. */
public final class GraphIds {

  private static final Pattern WELL_FORMED = Pattern.compile("[A-Za-z_][A-Za-z0-9_-]{0,63}");
  private static final Set<String> RESERVED = Set.of("policies", "healthz", "openapi", "graphs");

  private GraphIds() {}

  /**
   * Whether a text is an ASCII letter or {@code _}, then up to 63 of those, digits and {@code -}.
   */
  public static boolean isWellFormed(String text) {
    return WELL_FORMED.matcher(text).matches();
  }

  /** Whether a server keeps the word for routes of its own. */
  public static boolean isReserved(String text) {
    return RESERVED.contains(text);
  }

  /** Whether a graph of this id can be declared and served. */
  public static boolean isUsable(String text) {
    return isWellFormed(text) && !isReserved(text);
  }
}
