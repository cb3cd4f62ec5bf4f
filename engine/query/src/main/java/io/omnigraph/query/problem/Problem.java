package io.omnigraph.query.problem;

import io.omnigraph.ground.source.SourceSpan;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a query.
 *
 * @param stage what found it
 * @param code {@code Q001} and so on of the syntax, {@code T1} and so on of a type error; absent
 *     for everything that has none
 * @param message one sentence, without the code
 * @param help the way out, such as a name that was probably meant; absent when none is known
 * @param repair the same for programs
 */
public record Problem(
    Stage stage,
    String code,
    String message,
    @Nullable String help,
    Repair repair,
    SourceSpan span) {

  /** The pass that found a problem. */
  public enum Stage {
    /** The text is not a query file. */
    PARSE("parse error"),
    /** The query does not fit the schema, or does not make sense in itself. */
    TYPE("type error");

    private final String words;

    Stage(String words) {
      this.words = words;
    }

    /** What messages begin with. */
    public String words() {
      return words;
    }
  }

  /** A problem of the syntax. */
  public static Problem parse(
      String message, @Nullable String help, Repair repair, SourceSpan span) {
    return new Problem(Stage.PARSE, repair.code(), message, help, repair, span);
  }

  /**
   * The message with its code, if it is one of types, and its help, on one line: {@code T6: …; did
   * you mean `x`?}.
   */
  public String sentence() {
    String coded = stage == Stage.PARSE ? message : code + ": " + message;
    return help == null ? coded : coded + "; " + help;
  }

  /** The whole message on one line, without the place: {@code type error: T6: …}. */
  public String text() {
    return stage.words() + ": " + sentence();
  }

  /** The whole message on one line, with line and column. */
  public String located() {
    return text() + " at line " + span.line() + ", column " + span.column();
  }

  /** The whole message with what {@link #marked} says, over several lines. */
  public String shown() {
    return text() + "\n" + marked();
  }

  /**
   * The place, the line that the problem is about, and a caret; then what may be written, if that
   * is known. Indented lines.
   */
  public String marked() {
    String place = "  " + span.place() + "\n    " + span.excerpt().replace("\n", "\n    ");
    return repair.fix() == null ? place : place + "\n  fix: " + repair.fix();
  }
}
