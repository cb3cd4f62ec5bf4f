/**
 * Strict reading of the small JSON files of a cluster: the ledger, the lock, approvals and recovery
 * sidecars. Knows their syntax, not what they mean.
 */
@NullMarked
package io.omnigraph.core.format;

import org.jspecify.annotations.NullMarked;
