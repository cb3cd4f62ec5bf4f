package io.omnigraph.query.ast;

/** The operators of filters that are words: what a text or a list may have to do with a value. */
public enum Relation {
  /** A list has an element, or a text has a part. */
  CONTAINS("contains"),
  /** A text begins with another one. */
  STARTS_WITH("starts with"),
  /** A text ends with another one. */
  ENDS_WITH("ends with"),
  /** A value is an element of a list. */
  IN("in");

  private final String words;

  Relation(String words) {
    this.words = words;
  }

  /** The other way to write {@link #STARTS_WITH}. */
  public static final String STARTS_WITH_WORD = "starts_with";

  /** The operator as it is written. */
  public String words() {
    return words;
  }
}
