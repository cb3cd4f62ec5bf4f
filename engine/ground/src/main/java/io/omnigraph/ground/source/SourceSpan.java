package io.omnigraph.ground.source;

/**
 * A place in a source text, with what a message needs to show it.
 *
 * @param file the text's name as the user wrote it
 * @param line of the first character, from 1
 * @param column of the first character, from 1, in UTF-16 units
 * @param excerpt the line and, below it, a line with a caret under the place; two lines joined by
 *     {@code \n}, without a final line end
 * @param start the offset of the first character, in UTF-16 units
 * @param end the offset after the last character, in UTF-16 units
 */
public record SourceSpan(String file, int line, int column, String excerpt, int start, int end) {

  /** A place whose offsets do not matter. */
  public SourceSpan(String file, int line, int column, String excerpt) {
    this(file, line, column, excerpt, 0, 0);
  }

  /** The place as {@code file:line:column}. */
  public String place() {
    return file + ":" + line + ":" + column;
  }
}
