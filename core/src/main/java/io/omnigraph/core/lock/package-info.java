/**
 * The state lock (docs/reference/cluster.md §7): one command at a time changes a cluster. Nothing
 * breaks a lock but its holder and an operator who names its id.
 */
@NullMarked
package io.omnigraph.core.lock;

import org.jspecify.annotations.NullMarked;
