package io.omnigraph.query.format;

/**
 * A comment.
 *
 * @param text as it was written, without blanks at the end
 * @param isOnOwnLine whether a line begins with it
 * @param isAfterBlankLine whether the line before it is empty
 */
record Comment(String text, boolean isOnOwnLine, boolean isAfterBlankLine) {

  /** Whether nothing can follow on the same line. */
  boolean endsLine() {
    return isOnOwnLine || text.startsWith("//");
  }
}
