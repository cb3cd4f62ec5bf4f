package io.omnigraph.core.plan;

import java.util.Locale;

/** What becomes of a change. */
public enum Disposition {
  /** It is executed. */
  APPLIED,
  /** There is nothing to execute; its digest follows from others. */
  DERIVED,
  /** This version cannot execute it. */
  DEFERRED,
  /** It waits for something. */
  BLOCKED;

  /** The word in JSON: {@code applied}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The word for people: {@code Applied}. */
  public String title() {
    return name().charAt(0) + word().substring(1);
  }
}
