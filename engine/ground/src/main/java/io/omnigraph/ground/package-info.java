/**
 * The words that the engine and the contracts of plugins share. Nothing here knows what a graph
 * or\n * a plugin is.
 */
@NullMarked
package io.omnigraph.ground;

import org.jspecify.annotations.NullMarked;
