/** How well nodes fit a query: words of texts and their relevance, and distances of vectors. */
@NullMarked
package io.omnigraph.execute.rank;

import org.jspecify.annotations.NullMarked;
