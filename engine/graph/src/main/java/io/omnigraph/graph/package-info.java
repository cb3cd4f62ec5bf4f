/**
 * The face of the graph engine: graphs, their branches and snapshots, and how work on them can end.
 * Whoever uses graphs names these packages; what keeps graphs in storage is found behind them.
 */
@NullMarked
package io.omnigraph.graph;

import org.jspecify.annotations.NullMarked;
