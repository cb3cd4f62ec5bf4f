/**
 * Runs reads over a snapshot: operators that pass on batches of dense row numbers, an array for
 * each variable, and touch only the columns that the query names.
 *
 * <p>A run belongs to one thread and keeps nothing when it ends.
 */
@NullMarked
package io.omnigraph.execute.operator;

import org.jspecify.annotations.NullMarked;
