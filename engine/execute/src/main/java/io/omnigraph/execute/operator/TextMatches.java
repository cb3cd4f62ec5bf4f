package io.omnigraph.execute.operator;

import io.omnigraph.execute.rank.TextSearch;
import io.omnigraph.execute.result.QueryRejected;
import io.omnigraph.graph.snapshot.Column;
import io.omnigraph.graph.snapshot.WordPart;
import io.omnigraph.query.check.TypedExpression.TextMatch;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether a text search matches, as a column; null where the text or the query is.
 *
 * @param rows that match
 * @param texts that are searched; absent when the query is null
 */
record TextMatches(BitSet rows, @Nullable Column texts) implements Column.Booleans {

  private static final long USUAL_EDITS = 2;

  /** The column of a search. */
  static TextMatches column(TextMatch match, Columns columns) {
    if (!(columns.bindings().value(match.query()) instanceof String text)) {
      return new TextMatches(new BitSet(), null);
    }
    List<WordPart> words = columns.table(match.variable()).words(match.field().property().name());
    return new TextMatches(
        switch (match.mode()) {
          case SEARCH, MATCH_TEXT -> TextSearch.withStems(words, text);
          case FUZZY -> TextSearch.within(words, text, edits(match, columns));
        },
        columns.of(match.field()));
  }

  @Override
  public boolean isNull(int row) {
    return texts == null || texts.isNull(row);
  }

  @Override
  public boolean get(int row) {
    return row >= 0 && rows.get(row);
  }

  private static long edits(TextMatch match, Columns columns) {
    Long edits = match.maxEdits() == null ? null : columns.bindings().count(match.maxEdits());
    if (edits != null && edits < 0) {
      throw new QueryRejected("max edits must not be negative, found `" + edits + "`");
    }
    return edits == null ? USUAL_EDITS : edits;
  }
}
