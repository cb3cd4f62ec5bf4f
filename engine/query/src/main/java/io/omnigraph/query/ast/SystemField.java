package io.omnigraph.query.ast;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The fields that nodes and edges have whatever their type. */
public enum SystemField {
  /** The id; nodes and edges have it. */
  ID,
  /** The id of the node that an edge starts at. */
  SRC,
  /** The id of the node that an edge ends at. */
  DST,
  /** The name of the type of an edge. */
  TYPE;

  /** The field as it is written, with its {@code @}. */
  public String written() {
    return "@" + name().toLowerCase(Locale.ROOT);
  }

  /** The field of a word without its {@code @}; empty when there is none. */
  public static Optional<SystemField> of(String word) {
    return Arrays.stream(values()).filter(f -> f.written().equals("@" + word)).findFirst();
  }
}
