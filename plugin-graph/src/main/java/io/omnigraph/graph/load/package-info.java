/**
 * Bulk load: records of nodes and edges as JSON values, read one by one, converted to the values of
 * the schema's properties, and written as one transaction.
 *
 * <p>Every problem of the data is found with its place, as far as possible in one run; when there
 * is one, nothing of the load becomes visible. The input is streamed; what grows with it is the
 * transaction, which holds the new rows until they are committed, and the ids of the input.
 */
@NullMarked
package io.omnigraph.graph.load;

import org.jspecify.annotations.NullMarked;
