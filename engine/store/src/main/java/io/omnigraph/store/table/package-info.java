/**
 * Tables as readers see them, over segments of rows: stored fragments, whose columns are read when
 * asked for and kept within a memory budget, and rows staged by a transaction.
 */
@NullMarked
package io.omnigraph.store.table;

import org.jspecify.annotations.NullMarked;
