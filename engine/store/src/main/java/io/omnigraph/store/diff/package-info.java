/**
 * What differs between two states of a graph, at a cost in proportion to the difference: parts that
 * both states share are not looked at.
 */
@NullMarked
package io.omnigraph.store.diff;

import org.jspecify.annotations.NullMarked;
