package io.omnigraph.execute.operator;

import io.omnigraph.execute.rank.TextSearch;
import io.omnigraph.execute.result.QueryRejected;
import io.omnigraph.graph.snapshot.Column;
import io.omnigraph.graph.snapshot.WordPart;
import io.omnigraph.query.check.TypedExpression.TextMatch;
import java.util.BitSet;
import java.util.List;

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
    Long edits = match.maxEdits() == null ? null : columns.bindings().count(match.maxEdits());
    if (edits != null && edits < 0) {
      throw new QueryRejected("max edits must not be negative, found `" + edits + "`");
    }
    return edits == null ? USUAL_EDITS : edits;
  }
}
