/**
 * The schema of a graph that holds data: looked at, planned against and changed. What keeps graphs
 * in storage implements it.
 */
@NullMarked
package io.omnigraph.graph.live;

import org.jspecify.annotations.NullMarked;
