package io.omnigraph.query.ast;

import io.omnigraph.ground.source.SourceSpan;
import org.jspecify.annotations.Nullable;

/**
 * A key of the order of rows.
 *
 * @param written the direction that stands after it; absent where none does
 */
public record Ordering(Expression expression, @Nullable SortDirection written, SourceSpan span) {

  /** The direction of a key that has none of its own. */
  public SortDirection direction() {
    return written == null ? SortDirection.ASCENDING : written;
  }
}
