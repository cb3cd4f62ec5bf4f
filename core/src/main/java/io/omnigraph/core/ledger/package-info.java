/**
 * Recorded state: the ledger, its format, and its replacement by compare-and-swap. The ledger is
 * the only publish point of the control plane.
 */
@NullMarked
package io.omnigraph.core.ledger;

import org.jspecify.annotations.NullMarked;
