/**
 * Shows how a read is answered: its steps as a tree, with what was guessed and what was measured.
 *
 * <p>Knows plans and measurements; decides nothing.
 */
@NullMarked
package io.omnigraph.execute.explain;

import org.jspecify.annotations.NullMarked;
