/**
 * Carrying out a plan (docs/reference/cluster.md §14): fenced operations, payloads, and the ledger
 * that records what came of them. Plans with the very planner that shows plans, and computes
 * nothing in a second way.
 */
@NullMarked
package io.omnigraph.core.apply;

import org.jspecify.annotations.NullMarked;
