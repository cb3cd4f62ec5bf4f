package io.omnigraph.ground.source;

/**
 * A named source text that turns offsets into places. Immutable.
 *
 * @param name what messages call it, usually the path as the user wrote it
 * @param text the whole text
 */
public record SourceText(String name, String text) {

  private static final int WIDEST_EXCERPT = 160;

  /**
   * The place of the characters from {@code start} up to, not including, {@code end}.
   *
   * @param start an offset in UTF-16 units; the text's length means its end
   * @param end at least {@code start}; the caret line marks up to the end of the first line only
   */
  public SourceSpan span(int start, int end) {
    int from = Math.clamp(start, 0, text.length());
    int lineStart = text.lastIndexOf('\n', from - 1) + 1;
    if (lineStart == 0 && from > 0 && text.charAt(0) == Utf8.BYTE_ORDER_MARK) {
      lineStart = 1;
    }
    int lineEnd = text.indexOf('\n', from);
    if (lineEnd < 0) {
      lineEnd = text.length();
    }
    int line = 1;
    for (int at = text.indexOf('\n'); at >= 0 && at < lineStart; ) {
      line++;
      at = text.indexOf('\n', at + 1);
    }
    int marked = Math.clamp(Math.min(end, lineEnd) - from, 1, WIDEST_EXCERPT);
    return new SourceSpan(
        name,
        line,
        from - lineStart + 1,
        excerpt(lineStart, lineEnd, from, marked),
        from,
        Math.clamp(end, from, text.length()));
  }

  private String excerpt(int lineStart, int lineEnd, int from, int marked) {
    int shownFrom = Math.max(lineStart, from - WIDEST_EXCERPT / 2);
    int shownTo = Math.min(lineEnd, shownFrom + WIDEST_EXCERPT);
    String shown = text.substring(shownFrom, shownTo).replace('\t', ' ').replace("\r", "");
    int carets = Math.clamp(marked, 1, Math.max(1, shownTo - from));
    return shown + "\n" + " ".repeat(from - shownFrom) + "^".repeat(carets);
  }
}
