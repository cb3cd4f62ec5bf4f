/**
 * How well nodes fit a query: words of texts and their relevance, distances of vectors, and the
 * embedding of query texts.
 */
@NullMarked
package io.omnigraph.query.rank;

import org.jspecify.annotations.NullMarked;
