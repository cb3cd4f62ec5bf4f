package io.omnigraph.io.embed;

import java.util.Locale;

/** What is done to the rows that are selected. */
public enum EmbedMode {
  /** Vectors are made where there is none. */
  FILL_MISSING,
  /** Vectors are made anew for the rows that a selector names. */
  REEMBED_SELECTED,
  /** Vectors are made anew for all rows. */
  REEMBED_ALL,
  /** Vectors are removed. */
  CLEAN;

  /** The name in reports. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
