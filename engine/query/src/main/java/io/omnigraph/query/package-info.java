/**
 * Stored and ad-hoc queries: the way from the text of a {@code .gq} file to a checked query, and
 * the selection of one query of a file.
 */
@NullMarked
package io.omnigraph.query;

import org.jspecify.annotations.NullMarked;
