package io.omnigraph.policy.bundle;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The branches that a rule is limited to. */
public enum Scope {
  ANY,
  PROTECTED,
  UNPROTECTED;

  /** The scope that a word of a bundle means. */
  public static Optional<Scope> of(String word) {
    return Arrays.stream(values()).filter(scope -> scope.word().equals(word)).findFirst();
  }

  /** The word of bundles: {@code unprotected}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
