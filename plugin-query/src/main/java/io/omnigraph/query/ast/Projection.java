package io.omnigraph.query.ast;

import io.omnigraph.api.source.SourceSpan;
import org.jspecify.annotations.Nullable;

/**
 * A column that is asked for.
 *
 * @param alias the name after {@code as}; absent without one
 */
public record Projection(Expression expression, @Nullable String alias, SourceSpan span) {}
