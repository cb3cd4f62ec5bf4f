/**
 * The graph slice: graphs with branches and commits on Lance tables, the resource kind {@code
 * graph}, its serving side, and the commands that load and inspect graphs.
 */
@NullMarked
package io.omnigraph.graph;

import org.jspecify.annotations.NullMarked;
