package io.omnigraph.plugin.policy.bundle;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;

/** The branches that a rule is limited to. */
public enum Scope {
  ANY,
  PROTECTED,
  UNPROTECTED;

  /** The words of bundles, and the scope that each means. */
  public static Map<String, Scope> words() {
    return Arrays.stream(values()).collect(toUnmodifiableMap(Scope::word, scope -> scope));
  }

  /** The word of bundles: {@code unprotected}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
