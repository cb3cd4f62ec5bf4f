package io.omnigraph.execute.result;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * The envelope of a mutation (docs/reference/query-language.md §10.3).
 *
 * @param branch that was changed
 * @param queryName the name of the query
 * @param affectedNodes nodes written or deleted, summed over the statements
 * @param affectedEdges edges written or deleted, summed over the statements
 * @param actorId who did it; absent when nobody is named
 */
@JsonInclude
public record ChangeOutput(
    String branch,
    String queryName,
    long affectedNodes,
    long affectedEdges,
    @Nullable String actorId) {}
