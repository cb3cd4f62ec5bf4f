/**
 * The schema of a graph that holds data, as this module sees it. The graph engine implements it and
 * is found through {@link java.util.ServiceLoader}.
 */
@NullMarked
package io.omnigraph.schema.live;

import org.jspecify.annotations.NullMarked;
