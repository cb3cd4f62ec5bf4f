package io.omnigraph.query.problem;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What may be done about a problem.
 *
 * @param fix one thing to write in the place of the problem, or beside it; absent when none is
 *     known
 * @param suggestion an edit of the text that makes it right or better; absent when none is known
 * @param candidates declared names that are near to the one that was written, the nearest first
 */
public record Repair(
    @Nullable String fix, @Nullable Suggestion suggestion, List<String> candidates) {

  /** Nothing is known. */
  public static final Repair NONE = new Repair(null, null, List.of());

  public Repair {
    candidates = List.copyOf(candidates);
  }

  /** One thing to write. */
  public static Repair write(String fix) {
    return new Repair(fix, null, List.of());
  }

  /** What to write in the place of the problem. */
  public static Repair replace(String fix) {
    return new Repair(fix, new Suggestion(Suggestion.Place.INSTEAD, fix), List.of());
  }

  /** What to write after the place of the problem. */
  public static Repair append(String fix, String text) {
    return new Repair(fix, new Suggestion(Suggestion.Place.AFTER, text), List.of());
  }

  /** The names that are near, the nearest of which is to be written in the place of the problem. */
  public static Repair near(List<String> candidates) {
    return candidates.isEmpty()
        ? NONE
        : new Repair(
            candidates.getFirst(),
            new Suggestion(Suggestion.Place.INSTEAD, candidates.getFirst()),
            candidates);
  }

  /**
   * An edit at the place of a problem.
   *
   * @param replacement the text that is put there
   */
  public record Suggestion(Place place, String replacement) {

    /** Where a text is put. */
    public enum Place {
      INSTEAD,
      AFTER
    }
  }
}
