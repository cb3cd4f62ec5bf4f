package io.omnigraph.ground.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class SourceTextTest {

  static final List<String> TEXTS =
      List.of("", "a", "\n", "\n\n", "ab\ncd", "ab\r\ncd\n", "\uFEFFab\nc", "\n\nx\n\n");

  /** Counts what is before an offset, as the definition of line and column says. */
  @ParameterizedTest
  @FieldSource("TEXTS")
  void everyOffsetHasTheLineAndColumnThatOneCounts(String text) {
    SourceText source = new SourceText("f", text);
    String visible = text.startsWith("\uFEFF") ? text.substring(1) : text;
    int skipped = text.length() - visible.length();

    assertThat(
            IntStream.rangeClosed(skipped, text.length())
                .mapToObj(offset -> source.span(offset, offset).place()))
        .isEqualTo(
            IntStream.rangeClosed(0, visible.length())
                .mapToObj(offset -> {
                  String before = visible.substring(0, offset);
                  long line = before.chars().filter(c -> c == '\n').count() + 1;
                  int column = offset - before.lastIndexOf('\n');
                  return "f:" + line + ":" + column;
                })
                .toList());
  }

  @Test
  void theExcerptMarksThePlaceBelowItsLine() {
    SourceText source = new SourceText("f", "one\ntwo three\nfour");

    assertThat(source.span(8, 13).excerpt()).isEqualTo("two three\n    ^^^^^");
  }

  /** Half a million places of a text of a megabyte: only when each costs next to nothing. */
  @Test
  void aPlaceFarBehindCostsNoMoreThanTheFirst() {
    SourceText lines = new SourceText("f", "a\n".repeat(500_000));
    SourceText line = new SourceText("f", "a ".repeat(500_000));

    assertThat(
            IntStream.range(0, 500_000)
                .filter(number ->
                    lines.span(2 * number, 2 * number).line() == number + 1
                        && line.span(2 * number, 2 * number).column() == 2 * number + 1)
                .count())
        .isEqualTo(500_000);
  }
}
