/**
 * Puts vectors into files of records before they are loaded ({@code omnigraph embed}). Touches no
 * graph.
 */
@NullMarked
package io.omnigraph.io.embed;

import org.jspecify.annotations.NullMarked;
