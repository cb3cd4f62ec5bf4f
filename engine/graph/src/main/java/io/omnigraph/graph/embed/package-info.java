/**
 * Turns texts into vectors: the interface that providers implement, those that ship, and the choice
 * between them. Nothing here touches a graph.
 */
@NullMarked
package io.omnigraph.graph.embed;

import org.jspecify.annotations.NullMarked;
