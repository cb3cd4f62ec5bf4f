/**
 * Words of texts: how a text is split into them, and in which rows they are. Knows nothing of
 * tables; whoever has rows builds an index of them here and keeps it.
 */
@NullMarked
package io.omnigraph.graph.text;

import org.jspecify.annotations.NullMarked;
