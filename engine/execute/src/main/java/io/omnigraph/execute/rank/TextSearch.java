package io.omnigraph.execute.rank;

import io.omnigraph.graph.snapshot.WordPart;
import io.omnigraph.graph.text.Word;
import io.omnigraph.graph.text.Words;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The rows whose texts have a word of a query. */
public final class TextSearch {

  private TextSearch() {}

  /** The live rows with a word that has the stem of one of the query's. */
  public static BitSet withStems(List<WordPart> parts, String query) {
    Set<String> stems = Words.of(query).stream().map(Word::stem).collect(Collectors.toSet());
    BitSet rows = new BitSet();
    for (WordPart part : parts) {
      for (String stem : stems) {
        part.words()
            .eachWithStem(
                stem,
                (row, _) -> {
                  if (!part.dead().get(row)) {
                    rows.set(part.start() + row);
                  }
                });
      }
    }
    return rows;
  }

  /**
   * The live rows with a word that turns into one of the query's by few edits: letters added,
   * removed or exchanged. Words are compared as they are written.
   */
  public static BitSet within(List<WordPart> parts, String query, long edits) {
    List<String> wanted = Words.of(query).stream().map(Word::written).distinct().toList();
    BitSet rows = new BitSet();
    for (WordPart part : parts) {
      BitSet found = new BitSet();
      part.words()
          .addWithWritten(
              word -> wanted.stream().anyMatch(w -> Edits.areWithin(w, word, edits)), found);
      found.andNot(part.dead());
      found.stream().forEach(row -> rows.set(part.start() + row));
    }
    return rows;
  }
}
