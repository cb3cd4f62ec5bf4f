/** A graph engine for tests that keeps nothing but schemas, in memory. */
@NullMarked
package io.omnigraph.graph.live;

import org.jspecify.annotations.NullMarked;
