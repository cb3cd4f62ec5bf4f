package io.omnigraph.ground.source;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A named source text that turns offsets into places. Immutable. Where its lines begin is found
 * once, so that a place costs the same wherever it is.
 */
public final class SourceText {

  private static final int WIDEST_EXCERPT = 160;

  private final String name;
  private final String text;

  /** The offset of the first character of each line, ascending. */
  private final int[] lineStarts;

  /**
   * A text.
   *
   * @param name what messages call it, usually the path as the user wrote it
   * @param text the whole text
   */
  public SourceText(String name, String text) {
    this.name = name;
    this.text = text;
    this.lineStarts = lineStarts(text);
  }

  private static int[] lineStarts(String text) {
    int[] starts = new int[16];
    int lines = 1;
    for (int at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
      if (lines == starts.length) {
        starts = Arrays.copyOf(starts, lines * 2);
      }
      starts[lines++] = at + 1;
    }
    return Arrays.copyOf(starts, lines);
  }

  /** What messages call it. */
  public String name() {
    return name;
  }

  /** The whole text. */
  public String text() {
    return text;
  }

  /**
   * The place of the characters from {@code start} up to, not including, {@code end}.
   *
   * @param start an offset in UTF-16 units; the text's length means its end
   * @param end at least {@code start}; the caret line marks up to the end of the first line only
   */
  public SourceSpan span(int start, int end) {
    int from = Math.clamp(start, 0, text.length());
    int line = line(from);
    int lineStart = lineStarts[line];
    if (lineStart == 0 && from > 0 && text.charAt(0) == Utf8.BYTE_ORDER_MARK) {
      lineStart = 1;
    }
    int lineEnd = line + 1 < lineStarts.length ? lineStarts[line + 1] - 1 : text.length();
    int marked = Math.clamp(Math.min(end, lineEnd) - from, 1, WIDEST_EXCERPT);
    return new SourceSpan(
        name,
        line + 1,
        from - lineStart + 1,
        excerpt(lineStart, lineEnd, from, marked),
        from,
        Math.clamp(end, from, text.length()));
  }

  /** The line of an offset, from 0. */
  private int line(int offset) {
    int found = Arrays.binarySearch(lineStarts, offset);
    return found >= 0 ? found : -found - 2;
  }

  private String excerpt(int lineStart, int lineEnd, int from, int marked) {
    int shownFrom = Math.max(lineStart, from - WIDEST_EXCERPT / 2);
    int shownTo = Math.min(lineEnd, shownFrom + WIDEST_EXCERPT);
    String shown = text.substring(shownFrom, shownTo).replace('\t', ' ').replace("\r", "");
    int carets = Math.clamp(marked, 1, Math.max(1, shownTo - from));
    return shown + "\n" + " ".repeat(from - shownFrom) + "^".repeat(carets);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof SourceText that && name.equals(that.name) && text.equals(that.text);
  }

  @Override
  public int hashCode() {
    return Objects.hash(name, text);
  }

  @Override
  public String toString() {
    return name;
  }
}
