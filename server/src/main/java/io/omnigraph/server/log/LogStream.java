package io.omnigraph.server.log;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * Standard error as the log writes it: what is printed as a line stays one line, and nothing in it
 * steers a terminal. The logging library prints each event, and each line of a stack trace, by one
 * {@code println}, so that texts of strangers cannot look like an event of their own.
 */
public final class LogStream extends PrintStream {

  private LogStream(PrintStream target) {
    super(target, true, StandardCharsets.UTF_8);
  }

  /** Sends everything that is logged from now on through here. Called before anything is logged. */
  public static void install() {
    // The HTTP library picks its own logging otherwise.
    System.setProperty("org.jboss.logging.provider", "slf4j");
    System.setErr(over(System.err));
  }

  /** A stream that escapes and writes to another one. */
  static LogStream over(PrintStream target) {
    return new LogStream(target);
  }

  @Override
  public void println(String text) {
    super.println(escaped(String.valueOf(text)));
  }

  @Override
  public void println(Object value) {
    super.println(escaped(String.valueOf(value)));
  }

  /** A text in which what is no visible character, and the backslash, is written as an escape. */
  static String escaped(String text) {
    // Frames of a stack trace are indented by a tab.
    int indent = text.startsWith("\t") ? 1 : 0;
    StringBuilder line = new StringBuilder(text.length()).append(text, 0, indent);
    text.codePoints().skip(indent).forEach(character -> append(line, character));
    return line.toString();
  }

  private static void append(StringBuilder line, int character) {
    switch (character) {
      case '\n' -> line.append("\\n");
      case '\r' -> line.append("\\r");
      case '\t' -> line.append("\\t");
      case '\\' -> line.append("\\\\");
      default -> {
        if (isVisible(character)) {
          line.appendCodePoint(character);
        } else {
          for (char unit : Character.toChars(character)) {
            line.append("\\u").append("%04x".formatted((int) unit));
          }
        }
      }
    }
  }

  private static boolean isVisible(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE,
          Character.UNASSIGNED,
          Character.PRIVATE_USE ->
          false;
      default -> true;
    };
  }
}
