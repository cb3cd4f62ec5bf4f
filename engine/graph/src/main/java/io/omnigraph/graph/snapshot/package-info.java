/**
 * What a reader sees of a graph: tables of nodes and edges as columns, and adjacency, all of one
 * commit.
 *
 * <p>Rows have dense numbers from 0, which hold for one snapshot only. Dead rows (deleted or
 * replaced) keep their numbers and must be skipped.
 */
@NullMarked
package io.omnigraph.graph.snapshot;

import org.jspecify.annotations.NullMarked;
