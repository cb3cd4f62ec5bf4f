package io.omnigraph.query.problem;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What may be done about a problem.
 *
 * @param code of a problem of the syntax; the codes of types stand in their problems
 * @param fix one thing to write in the place of the problem, or beside it; absent when none is
 *     known
 * @param suggestion an edit of the text that makes it right or better; absent when none is known
 * @param candidates declared names that are near to the one that was written, the nearest first
 */
public record Repair(
    String code, @Nullable String fix, @Nullable Suggestion suggestion, List<String> candidates) {

  private static final String SYNTAX = "Q001";

  /** Nothing is known. */
  public static final Repair NONE = new Repair(SYNTAX, null, null, List.of());

  public Repair {
    candidates = List.copyOf(candidates);
  }

  /** One thing to write. */
  public static Repair write(String fix) {
    return new Repair(SYNTAX, fix, null, List.of());
  }

  /** What to write in the place of the problem. */
  public static Repair replace(String fix) {
    return new Repair(SYNTAX, fix, new Suggestion(Suggestion.Place.INSTEAD, fix), List.of());
  }

  /** What to write after the place of the problem. */
  public static Repair append(String fix, String text) {
    return new Repair(SYNTAX, fix, new Suggestion(Suggestion.Place.AFTER, text), List.of());
  }

  /** The place is to be left out. */
  public static Repair remove() {
    return new Repair(SYNTAX, null, new Suggestion(Suggestion.Place.INSTEAD, ""), List.of());
  }

  /** What to write before the place of the problem. */
  public static Repair before(String fix, String text) {
    return new Repair(SYNTAX, fix, new Suggestion(Suggestion.Place.BEFORE, text), List.of());
  }

  /** The names that are near, the nearest of which is to be written in the place of the problem. */
  public static Repair near(List<String> candidates) {
    return candidates.isEmpty()
        ? NONE
        : new Repair(
            SYNTAX,
            candidates.getFirst(),
            new Suggestion(Suggestion.Place.INSTEAD, candidates.getFirst()),
            candidates);
  }

  /** The same under another code of the syntax. */
  public Repair coded(String other) {
    return new Repair(other, fix, suggestion, candidates);
  }

  /** The same where the place begins with a text that stays as it is. */
  public Repair after(String start) {
    String text = fix;
    return text == null
        ? this
        : new Repair(
            code, start + text, new Suggestion(Suggestion.Place.INSTEAD, start + text), candidates);
  }

  /**
   * An edit at the place of a problem.
   *
   * @param replacement the text that is put there
   */
  public record Suggestion(Place place, String replacement) {

    /** Where a text is put. */
    public enum Place {
      BEFORE,
      INSTEAD,
      AFTER
    }
  }
}
