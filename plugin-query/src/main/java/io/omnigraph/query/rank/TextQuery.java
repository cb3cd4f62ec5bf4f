package io.omnigraph.query.rank;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** The words of a query, and whether texts have one of them. */
public final class TextQuery implements Predicate<String> {

  private final Predicate<String> matches;

  private TextQuery(Predicate<String> matches) {
    this.matches = matches;
  }

  /** Matches texts with a word that has the stem of one of the query's. */
  public static TextQuery ofStems(String query) {
    Set<String> stems = new HashSet<>(Words.stems(query));
    return new TextQuery(text -> Words.stems(text).stream().anyMatch(stems::contains));
  }

  /**
   * Matches texts with a word that turns into one of the query's by few edits: letters added,
   * removed or exchanged.
   */
  public static TextQuery within(String query, long edits) {
    List<String> wanted = Words.asWritten(query);
    return new TextQuery(text ->
        Words.asWritten(text).stream()
            .anyMatch(word -> wanted.stream().anyMatch(w -> Edits.between(w, word) <= edits)));
  }

  @Override
  public boolean test(String text) {
    return matches.test(text);
  }
}
