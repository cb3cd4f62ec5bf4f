/**
 * Recorded human decisions (docs/reference/cluster.md §9): approvals bound to exactly one change.
 * An approval is consumed when its file says so or when the ledger does.
 */
@NullMarked
package io.omnigraph.core.approval;

import org.jspecify.annotations.NullMarked;
