package io.omnigraph.schema.format;

import io.omnigraph.schema.language.Span;
import java.util.ArrayList;
import java.util.List;

/** What stands between two tokens: comments, and how they are set apart. */
final class Trivia {

  /**
   * A comment.
   *
   * @param text as written, without the line end
   * @param isOnOwnLine whether a line begins between it and what comes before it
   * @param follows whether an empty line comes before it
   */
  record Comment(String text, boolean isOnOwnLine, boolean follows) {}

  private final List<Comment> comments = new ArrayList<>();
  private boolean endsWithEmptyLine;

  private Trivia() {}

  /** Reads the gap between two tokens, which is blanks and comments. */
  static Trivia of(String text, Span gap) {
    Trivia trivia = new Trivia();
    int at = gap.start();
    int lines = 0;
    while (at < gap.end()) {
      char c = text.charAt(at);
      if (c == '/') {
        int end = end(text, at, gap.end());
        trivia.comments.add(
            new Comment(text.substring(at, end).stripTrailing(), lines > 0, lines > 1));
        lines = 0;
        at = end;
      } else {
        lines += c == '\n' ? 1 : 0;
        at++;
      }
    }
    trivia.endsWithEmptyLine = lines > 1;
    return trivia;
  }

  private static int end(String text, int start, int limit) {
    if (text.startsWith("/*", start)) {
      return text.indexOf("*/", start + 2) + 2;
    }
    int line = text.indexOf('\n', start);
    return line < 0 ? limit : Math.min(line, limit);
  }

  List<Comment> comments() {
    return comments;
  }

  /** Whether an empty line comes directly before the next token. */
  boolean endsWithEmptyLine() {
    return endsWithEmptyLine;
  }
}
