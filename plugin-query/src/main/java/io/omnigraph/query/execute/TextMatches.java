package io.omnigraph.query.execute;

import io.omnigraph.graph.snapshot.Column;
import io.omnigraph.query.check.TypedExpression.TextMatch;
import io.omnigraph.query.rank.TextQuery;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Whether a text search matches, as a column. It does not where the text or the query is null.
 *
 * @param texts that are searched
 */
record TextMatches(Column.Texts texts, Predicate<String> query) implements Column.Booleans {

  private static final long USUAL_EDITS = 2;

  /** The column of a search. */
  static TextMatches column(TextMatch match, Columns columns) {
    Column.Texts texts = (Column.Texts) columns.of(match.field());
    Object query = columns.bindings().value(match.query());
    if (!(query instanceof String text)) {
      return new TextMatches(texts, _ -> false);
    }
    return new TextMatches(
        texts,
        switch (match.mode()) {
          case SEARCH, MATCH_TEXT -> TextQuery.ofStems(text);
          case FUZZY -> TextQuery.within(text, edits(match, columns));
        });
  }

  @Override
  public boolean isNull(int row) {
    return false;
  }

  @Override
  public boolean get(int row) {
    return !texts.isNull(row) && query.test(texts.get(row));
  }

  private static long edits(TextMatch match, Columns columns) {
    @Nullable Object edits =
        match.maxEdits() == null ? null : columns.bindings().value(match.maxEdits());
    return edits instanceof Long number ? number : USUAL_EDITS;
  }
}
