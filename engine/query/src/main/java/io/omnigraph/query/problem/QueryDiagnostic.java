package io.omnigraph.query.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.omnigraph.graph.failure.GraphFailure;
import io.omnigraph.ground.source.SourceSpan;
import io.omnigraph.ground.source.SourceText;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A problem as a program can repair it; written to JSON as it is, wherever a query is refused.
 *
 * @param code {@code Q001} and so on of the syntax, {@code T1} and so on of types
 * @param position where it begins
 * @param end where it ends
 * @param expected one line: what was expected or broken
 * @param fix one thing to write; absent when none is known
 * @param suggestion edits of the text; absent when none are known
 * @param candidates declared names that are near to the one that was written
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record QueryDiagnostic(
    String code,
    Position position,
    Position end,
    String expected,
    @Nullable String fix,
    @Nullable Suggestion suggestion,
    List<String> candidates)
    implements GraphFailure.Finding {

  private static final String NEEDS_REVIEW = "needs_review";

  public QueryDiagnostic {
    candidates = List.copyOf(candidates);
  }

  /**
   * A place in a text.
   *
   * @param line from 1
   * @param column in characters, from 1
   * @param byteOffset of the text as UTF-8, from 0
   */
  @JsonInclude
  public record Position(int line, int column, @JsonProperty("byte") int byteOffset) {

    private static Position at(String text, int offset) {
      int lineStart = text.lastIndexOf('\n', offset - 1) + 1;
      int line = 1 + (int) text.substring(0, lineStart).chars().filter(c -> c == '\n').count();
      return new Position(
          line, text.codePointCount(lineStart, offset) + 1, bytes(text.substring(0, offset)));
    }
  }

  /**
   * Edits that go together; they do not overlap and are applied from the last to the first.
   *
   * @param applicability {@code needs_review}: nothing is changed unseen
   */
  public record Suggestion(String applicability, List<Edit> edits) {

    public Suggestion {
      edits = List.copyOf(edits);
    }
  }

  /**
   * The replacement of a part of the text.
   *
   * @param start in bytes of the text as UTF-8, from 0
   * @param end after the last byte
   */
  @JsonInclude
  public record Edit(int start, int end, String replacement) {}

  /** The diagnostic of a problem of a text. */
  public static QueryDiagnostic of(Problem problem, SourceText source) {
    String text = source.text();
    Position position = Position.at(text, problem.span().start());
    Position end = Position.at(text, problem.span().end());
    Repair repair = problem.repair();
    Repair.Suggestion suggestion = repair.suggestion();
    return new QueryDiagnostic(
        problem.code(),
        position,
        end,
        problem.message(),
        repair.fix(),
        suggestion == null
            ? null
            : new Suggestion(NEEDS_REVIEW, List.of(edit(suggestion, problem.span(), text))),
        repair.candidates());
  }

  private static Edit edit(Repair.Suggestion suggestion, SourceSpan span, String text) {
    int from =
        switch (suggestion.place()) {
          case BEFORE, INSTEAD -> span.start();
          case AFTER -> span.end();
        };
    int to =
        switch (suggestion.place()) {
          case BEFORE -> span.start();
          case INSTEAD, AFTER -> span.end();
        };
    return new Edit(
        bytes(text.substring(0, from)),
        bytes(text.substring(0, to)),
        apart(text.substring(0, from), suggestion.replacement(), text.substring(to)));
  }

  /** A replacement with blanks where it would become one word with what stands beside it. */
  private static String apart(String before, String replacement, String after) {
    boolean isGlued = endsInWord(before) && beginsWithWord(replacement + after);
    String begun = isGlued ? " " + replacement : replacement;
    return endsInWord(begun) && beginsWithWord(after) ? begun + " " : begun;
  }

  private static boolean endsInWord(String text) {
    return !text.isEmpty() && isOfWord(text.codePointBefore(text.length()));
  }

  private static boolean beginsWithWord(String text) {
    return !text.isEmpty() && isOfWord(text.codePointAt(0));
  }

  private static boolean isOfWord(int character) {
    return Character.isLetterOrDigit(character) || character == '_';
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
