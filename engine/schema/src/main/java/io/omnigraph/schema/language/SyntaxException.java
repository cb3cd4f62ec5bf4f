package io.omnigraph.schema.language;

/**
 * Leaves the rule that a parser is in, up to the place where it can go on. What was wrong has been
 * added to the {@link Problems} by then; it never leaves a parser.
 */
public final class SyntaxException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  SyntaxException() {
    super("the parser goes on at the next declaration", null, false, false);
  }
}
