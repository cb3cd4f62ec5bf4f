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
 * Whether a text search matches, as a column. It does not where the text or the query is null, or
 * the node is missing.
 *
 * @param rows that match
 */
record TextMatches(BitSet rows) implements Column.Booleans {

  private static final long USUAL_EDITS = 2;

  /** The column of a search. */
  static TextMatches column(TextMatch match, Columns columns) {
    if (!(columns.bindings().value(match.query()) instanceof String text)) {
      return new TextMatches(new BitSet());
    }
    List<WordPart> words =
        columns.table(match.field().variable()).words(match.field().property().name());
    return new TextMatches(
        switch (match.mode()) {
          case SEARCH, MATCH_TEXT -> TextSearch.withStems(words, text);
          case FUZZY -> TextSearch.within(words, text, edits(match, columns));
        });
  }

  @Override
  public boolean isNull(int row) {
    return false;
  }

  @Override
  public boolean get(int row) {
    return row >= 0 && rows.get(row);
  }

  private static long edits(TextMatch match, Columns columns) {
    @Nullable Object edits =
        match.maxEdits() == null ? null : columns.bindings().value(match.maxEdits());
    if (edits instanceof Long number && number < 0) {
      throw new QueryRejected("max edits must not be negative, found `" + number + "`");
    }
    return edits instanceof Long number ? number : USUAL_EDITS;
  }
}
