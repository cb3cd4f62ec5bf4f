/**
 * What survives a crash (docs/reference/cluster.md §10 and §19): the sidecars that fence
 * operations, and the sweep that finds out what became of them and rolls the ledger forward, never
 * reality back.
 */
@NullMarked
package io.omnigraph.core.recovery;

import org.jspecify.annotations.NullMarked;
