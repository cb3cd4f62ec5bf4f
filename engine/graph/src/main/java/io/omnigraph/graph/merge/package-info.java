/** Merging branches: the request, the conflicts, and how a merge can end. */
@NullMarked
package io.omnigraph.graph.merge;

import org.jspecify.annotations.NullMarked;
