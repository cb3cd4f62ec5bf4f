/**
 * What the commands of a cluster have in common: opening the stores of a storage root, working
 * under the lock, reading and replacing the ledger, cleaning up afterwards, and collecting what was
 * found.
 */
@NullMarked
package io.omnigraph.core.session;

import org.jspecify.annotations.NullMarked;
