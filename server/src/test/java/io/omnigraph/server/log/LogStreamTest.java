package io.omnigraph.server.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class LogStreamTest {

  /** A text of a stranger and how it stands in the log. */
  record Naughty(String text, String line) {}

  static final List<Naughty> TEXTS =
      List.of(
          new Naughty("plain `ä` 木 🚢", "plain `ä` 木 🚢"),
          new Naughty("a\nINFO policy decision", "a\\nINFO policy decision"),
          new Naughty("a\r\nb", "a\\r\\nb"),
          new Naughty("a\tb", "a\\tb"),
          new Naughty("\u001b[2Jgone", "\\u001b[2Jgone"),
          new Naughty("a\u0000b\u007fc\u0085d", "a\\u0000b\\u007fc\\u0085d"),
          new Naughty("a\u2028b\u2029c", "a\\u2028b\\u2029c"),
          new Naughty("x\u202egnp.exe\u200b", "x\\u202egnp.exe\\u200b"),
          new Naughty("\ufeffx", "\\ufeffx"),
          new Naughty("a\ud800b", "a\\ud800b"),
          new Naughty("\udb40\udc41", "\\udb40\\udc41"),
          new Naughty("\\n is not a line end", "\\\\n is not a line end"));

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final PrintStream log =
      LogStream.over(new PrintStream(bytes, true, StandardCharsets.UTF_8));

  @ParameterizedTest
  @FieldSource("TEXTS")
  void whatIsLoggedStaysOneVisibleLine(Naughty naughty) {
    log.println(naughty.text());

    assertThat(bytes.toString(StandardCharsets.UTF_8))
        .isEqualTo(naughty.line() + System.lineSeparator());
  }

  @Test
  void aStackTraceHasALineForEachFrameAndNoneForItsMessages() {
    Throwable cause = new IllegalArgumentException("inner\n\tat nowhere");
    Throwable thrown = new IllegalStateException("outer\nERROR forged", cause);

    thrown.printStackTrace(log);

    List<String> lines = bytes.toString(StandardCharsets.UTF_8).lines().toList();
    assertThat(lines.getFirst()).isEqualTo("java.lang.IllegalStateException: outer\\nERROR forged");
    assertThat(lines)
        .contains("Caused by: java.lang.IllegalArgumentException: inner\\n\\tat nowhere");
    assertThat(lines.subList(1, lines.size()))
        .allMatch(line -> line.matches("\tat .*|Caused by: .*|\t\\.\\.\\. [0-9]+ more"));
  }
}
