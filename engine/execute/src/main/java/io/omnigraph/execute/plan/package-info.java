/**
 * Plans of reads: the steps that answer a checked query, and the order that makes them few.
 *
 * <p>Plans know the statistics of a snapshot, never its rows.
 */
@NullMarked
package io.omnigraph.execute.plan;

import org.jspecify.annotations.NullMarked;
