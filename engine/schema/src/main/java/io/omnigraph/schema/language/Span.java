package io.omnigraph.schema.language;

/**
 * A stretch of a source text.
 *
 * @param start offset of its first character, in UTF-16 units
 * @param end offset after its last character
 */
public record Span(int start, int end) {

  public Span {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException("not a span: " + start + " to " + end);
    }
  }

  /** From the beginning of this one to the end of a later one. */
  public Span to(Span later) {
    return new Span(start, later.end);
  }
}
