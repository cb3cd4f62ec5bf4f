/**
 * Small objects with atomic replacement, found by URI scheme. The ledger, the lock, the catalog and
 * the refs of graphs are kept through this contract.
 */
@NullMarked
package io.omnigraph.ground.storage;

import org.jspecify.annotations.NullMarked;
