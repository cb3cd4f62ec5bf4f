/** What differs between two states of a graph, as readers of a difference see it. */
@NullMarked
package io.omnigraph.graph.diff;

import org.jspecify.annotations.NullMarked;
