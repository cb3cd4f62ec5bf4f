/**
 * Export: the rows of a snapshot as JSON lines that a load reads back to an equal graph. Rows are
 * written as they are read, so that memory grows with the ids of the largest table only.
 */
@NullMarked
package io.omnigraph.io.export;

import org.jspecify.annotations.NullMarked;
