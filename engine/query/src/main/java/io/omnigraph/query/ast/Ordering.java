package io.omnigraph.query.ast;

import io.omnigraph.ground.source.SourceSpan;

/** A key of the order of rows. */
public record Ordering(Expression expression, SortDirection direction, SourceSpan span) {}
