/** Changing a graph: transactions that see their own writes, and what becomes of them. */
@NullMarked
package io.omnigraph.graph.write;

import org.jspecify.annotations.NullMarked;
